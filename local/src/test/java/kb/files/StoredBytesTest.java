package kb.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;

/** Whatever became of what we stored, it is read or said to be unreadable. */
@Tag("fuzz")
class StoredBytesTest {
    @FuzzTest(maxDuration = "60s")
    void vectors_and_pages(byte[] bytes) throws IOException {
        read(VectorBatch::read, bytes);
        read(new StoredPages()::read, bytes);
        read(new StoredPages()::read, zipped(bytes));
    }

    private static void read(Consumer<byte[]> reader, byte[] bytes) {
        try {
            reader.accept(bytes);
        } catch (UncheckedIOException unreadable) {
            return;
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
