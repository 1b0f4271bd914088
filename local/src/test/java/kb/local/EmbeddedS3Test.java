package kb.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.aws.S3Objects;
import kb.files.ObjectStore;
import kb.files.ObjectStoreContract;
import kb.files.ReadAddressContract;
import kb.files.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The code that production runs, over a server that checks signatures as S3 does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedS3Test implements ObjectStoreContract, ReadAddressContract {
    private static final S3Credentials KEYS = new S3Credentials("an-access-key", "a-secret-key");
    private static final String ORIGIN = "https://spa.example";

    private EmbeddedS3 server;
    private ObjectStore store;
    private ObjectStore stopped;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path another) throws IOException {
        server = over(folder);
        store = server.objects(server.endpoint());
        try (var brief = over(another)) {
            stopped = brief.objects(brief.endpoint());
        }
    }

    private static EmbeddedS3 over(Path folder) throws IOException {
        return new EmbeddedS3(folder, "127.0.0.1", 0, KEYS, "bucket", List.of(ORIGIN, "http://localhost:5173"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore stopped() {
        return stopped;
    }

    @Override
    public ObjectStore withoutBucket() {
        return new S3Objects(server.client(), server.presigner(server.endpoint()), "no-such-bucket");
    }

    @Test
    void pages_of_the_allowed_origins_may_read_what_they_have_an_address_of() throws Exception {
        for (var origin : List.of(ORIGIN, "http://localhost:5173")) {
            assertEquals(Optional.of(origin), allowed("GET", Map.of("Origin", origin)), origin);
            var asked = Map.of("Origin", origin, "Access-Control-Request-Method", "GET");
            assertEquals(Optional.of(origin), allowed("OPTIONS", asked), origin);
        }
    }

    @Test
    void pages_of_all_other_origins_may_not() throws Exception {
        var others = List.of(
                "https://spaXexample",
                "https://spa.example.evil.example",
                "http://spa.example",
                "https://spa.example:444",
                "https://evil.example",
                "http://localhost:51730",
                "null");
        for (var origin : others) {
            assertEquals(Optional.empty(), allowed("GET", Map.of("Origin", origin)), origin);
            var asked = Map.of("Origin", origin, "Access-Control-Request-Method", "GET");
            assertEquals(Optional.empty(), allowed("OPTIONS", asked), origin);
        }
    }

    @Test
    void pages_of_the_allowed_origins_may_put_with_what_is_signed_and_nothing_else() throws Exception {
        var signed = "content-type,if-none-match,x-amz-checksum-sha256";
        assertEquals(Optional.of(ORIGIN), allowed("OPTIONS", preflight("PUT", signed)));
        for (var more : List.of("x-amz-acl", "x-amz-meta-name", "authorization", "x-amz-copy-source")) {
            assertEquals(Optional.empty(), allowed("OPTIONS", preflight("PUT", signed + "," + more)), more);
        }
        for (var method : List.of("DELETE", "POST", "PATCH")) {
            assertEquals(Optional.empty(), allowed("OPTIONS", preflight(method, "content-type")), method);
        }
    }

    private static Map<String, String> preflight(String method, String headers) {
        return Map.of(
                "Origin", ORIGIN, "Access-Control-Request-Method", method, "Access-Control-Request-Headers", headers);
    }

    private Optional<String> allowed(String method, Map<String, String> headers) throws Exception {
        store.put("tenant/cors/source.pdf", "application/pdf", PDF);
        var address = store.readAddress("tenant/cors/source.pdf", "tea.pdf", HOUR);
        return Requests.send(method, address, headers).headers().firstValue("access-control-allow-origin");
    }

    @Test
    void the_objects_of_a_folder_outlive_a_restart(@TempDir Path folder) throws Exception {
        try (var before = over(folder)) {
            before.objects(before.endpoint()).put("tenant/document/source.pdf", "application/pdf", PDF);
        }
        try (var after = over(folder)) {
            var objects = after.objects(after.endpoint());
            assertArrayEquals(PDF, objects.get("tenant/document/source.pdf").orElseThrow());
            assertEquals(List.of("tenant/document/source.pdf"), objects.names("tenant/"));
            var address = objects.readAddress("tenant/document/source.pdf", "tea.pdf", Duration.ofMinutes(1));
            assertArrayEquals(PDF, Requests.get(address).body());
        }
    }

    @Test
    void a_port_that_is_taken_is_told(@TempDir Path folder) {
        var port = server.endpoint().getPort();
        assertThrows(IOException.class, () -> new EmbeddedS3(folder, "127.0.0.1", port, KEYS, "bucket", List.of()));
    }
}
