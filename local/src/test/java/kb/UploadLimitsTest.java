package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin that takes what its settings say. */
class UploadLimitsTest {
    @TempDir
    Path folder;

    @Test
    void the_largest_pdfs_are_as_set() throws Exception {
        var settings = Map.of("DIRECT_UPLOAD_BYTES", "20000", "UPLOAD_BYTES", "30000");
        try (var twin = new TestTwin(folder, settings)) {
            var writer = new Client(
                    new LambdaEvents(new kb.lambda.HttpEntry(twin.app().router())), twin, "t", "wren", "manager");
            var limits = writer.get("/health").json().get("limits");
            assertEquals(20_000, limits.get("direct_upload_bytes").intValue());
            assertEquals(30_000, limits.get("presigned_upload_bytes").intValue());
            var pdf = Pdfs.of("Green tea is brewed at eighty degrees.");
            assertEquals(
                    202, writer.upload("most.pdf", Arrays.copyOf(pdf, 20_000)).status());
            ApiContract.assertProblem(413, "too-large", writer.upload("more.pdf", Arrays.copyOf(pdf, 20_001)));
            assertEquals(202, announced(writer, 30_000));
            assertEquals(422, announced(writer, 30_001));
        }
    }

    private static int announced(Client writer, int bytes) throws Exception {
        var announcement =
                Map.of("filename", "big.pdf", "size_bytes", bytes, "sha256", Announced.sha256(new byte[bytes]));
        return writer.sendJson("POST", "/documents/uploads", announcement).status();
    }
}
