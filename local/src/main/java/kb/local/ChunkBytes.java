package kb.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Section;
import kb.pages.Span;

/** A chunk as bytes that are read in a few microseconds: a search reads hundreds and tells ten. Earlier ones are JSON. */
final class ChunkBytes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BINARY = 1;

    private ChunkBytes() {}

    static byte[] of(Chunk chunk) {
        var bytes = new ByteArrayOutputStream(
                2 * chunk.text().length() + 64 * chunk.boxes().size() + 256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(BINARY);
            write(out, chunk.id());
            write(out, chunk.documentId());
            out.writeInt(chunk.position());
            out.writeInt(chunk.page());
            out.writeInt(chunk.span().start());
            out.writeInt(chunk.span().end());
            write(out, chunk.section());
            write(out, chunk.text());
            out.writeInt(chunk.boxes().size());
            for (var box : chunk.boxes()) write(out, box);
            write(out, chunk.context());
            out.writeInt(chunk.sections().size());
            for (var section : chunk.sections()) {
                write(out, section.number());
                write(out, section.title());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, Box box) throws IOException {
        out.writeInt(box.page());
        out.writeDouble(box.l());
        out.writeDouble(box.t());
        out.writeDouble(box.r());
        out.writeDouble(box.b());
    }

    static Chunk read(byte[] bytes, int offset, int length) throws IOException {
        if (bytes[offset] != BINARY) return JSON.readValue(bytes, offset, length, Chunk.class);
        var in = new DataInputStream(new ByteArrayInputStream(bytes, offset + 1, length - 1));
        return new Chunk(
                id(in),
                id(in),
                in.readInt(),
                in.readInt(),
                new Span(in.readInt(), in.readInt()),
                text(in),
                text(in),
                boxes(in),
                text(in),
                sections(in));
    }

    private static List<Box> boxes(DataInputStream in) throws IOException {
        var count = in.readInt();
        var boxes = new ArrayList<Box>(count);
        for (int n = 0; n < count; n++) {
            boxes.add(new Box(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return boxes;
    }

    private static List<Section> sections(DataInputStream in) throws IOException {
        var count = in.readInt();
        var sections = new ArrayList<Section>(count);
        for (int n = 0; n < count; n++) sections.add(new Section(text(in), text(in)));
        return sections;
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static String text(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
