package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kb.Pdfs;
import kb.store.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that came into storage and nobody heard of it, because the process ended just then. */
class MissedArrivalTest {
    @TempDir
    Path folder;

    /** The janitor would come a minute after the start. */
    @Test
    @Timeout(55)
    void an_announced_document_whose_bytes_are_there_at_the_start_is_read_at_once() throws Exception {
        var pdf = Pdfs.of("The ferry leaves at nine.");
        String id;
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            var announcement = Map.of("filename", "ferry.pdf", "size_bytes", pdf.length, "sha256", Sha256.hex(pdf));
            id = admin.post("/documents/uploads", announcement, 202)
                    .get("document_id")
                    .textValue();
        }
        var object = folder.resolve("data/s3/knowledge-base-pdfs/default/%s/source.pdf".formatted(id));
        Files.createDirectories(object.getParent());
        Files.write(object, pdf);
        try (var twin = TwinProcess.in(folder);
                var admin = new TwinClient(twin.address(), twin.token())) {
            assertEquals("ready", admin.finished(id).get("status").textValue());
        }
    }
}
