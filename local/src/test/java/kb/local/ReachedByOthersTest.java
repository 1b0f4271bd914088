package kb.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A twin that listens elsewhere than on 127.0.0.1 signs addresses that lead to it. */
@Timeout(120)
class ReachedByOthersTest {
    private static final Path SAMPLE = Path.of("../postman/sample.pdf");

    @TempDir
    Path folder;

    @Test
    void on_every_address_pdfs_are_fetched_from_where_the_settings_say() throws Exception {
        var port = freePort();
        var address = "http://localhost:" + port;
        var settings = Map.of("HOST", "0.0.0.0", "S3_PORT", "" + port, "S3_PUBLIC_URL", address);
        try (var twin = TwinProcess.in(folder, settings, List.of())) {
            assertFetched(twin, address + "/");
        }
    }

    @Test
    void on_the_loopback_address_of_version_six() throws Exception {
        try (var twin = TwinProcess.in(folder, Map.of("HOST", "::1"), List.of())) {
            assertTrue(twin.address().toString().startsWith("http://[::1]:"), twin.address()::toString);
            assertFetched(twin, "http://[::1]:");
        }
    }

    @Test
    void a_port_for_pdfs_that_is_taken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(other.getLocalPort());
            var refused = TwinProcess.run(folder, Map.of("PORT", "0", "S3_PORT", port), "serve");
            assertEquals(1, refused.status());
            assertEquals(
                    "cannot start: port %s on 127.0.0.1 is taken: stop what listens there, or set S3_PORT to another"
                            .formatted(port),
                    refused.errors().strip());
        }
    }

    private static void assertFetched(TwinProcess twin, String beginning) throws Exception {
        var caller = new TwinCaller(twin);
        var id = caller.upload("sample.pdf", Files.readAllBytes(SAMPLE));
        assertEquals("ready", caller.finished(id).get("status").textValue());
        var url = caller.get("/documents/" + id + "/content").get("url").textValue();
        assertTrue(url.startsWith(beginning), url);
        try (var http = HttpClient.newHttpClient()) {
            var fetched = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
            assertEquals(200, fetched.statusCode());
            assertArrayEquals(Files.readAllBytes(SAMPLE), fetched.body());
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
