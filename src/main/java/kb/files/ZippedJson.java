package kb.files;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kb.pages.Box;
import kb.pages.Span;
import kb.pages.Table;
import kb.pages.Word;

/** Values as gzipped JSON. Words, spans and boxes are arrays: {@code [[0,5],0,[1,72.0,60.2,98.4,70.4]]}. */
final class ZippedJson<T> {
    /** One for all, as each would have to learn the types anew. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Word.class, AsArray.class)
            .addMixIn(Span.class, AsArray.class)
            .addMixIn(Box.class, AsArray.class)
            .addMixIn(Table.class, AsArray.class)
            .build();

    private final TypeReference<T> type;

    ZippedJson(TypeReference<T> type) {
        this.type = type;
    }

    byte[] write(T value) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            MAPPER.writerFor(type).writeValue(zip, value);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    T read(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return MAPPER.readValue(zip, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}
}
