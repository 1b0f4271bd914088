package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kb.Needs;
import kb.Pdfs;
import kb.RealPart;
import kb.weaviate.WeaviateServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation in a Weaviate that others use too: however it ends, nothing of it is left there. */
@Needs(RealPart.WEAVIATE)
@Timeout(180)
class EvalOnWeaviateTest {
    private final WeaviateServer server = WeaviateServer.running();
    private final Map<String, String> settings =
            Map.of("WEAVIATE_URL", server.address().toString(), "WEAVIATE_API_KEY", WeaviateServer.KEY);

    @TempDir
    Path folder;

    @BeforeEach
    void set() throws Exception {
        var set = Files.createDirectory(folder.resolve("set"));
        Files.write(set.resolve("a.pdf"), Pdfs.of("The ferry leaves at nine from its quay."));
        Files.writeString(
                set.resolve("questions.jsonl"),
                "{\"question\": \"When does the ferry leave?\", \"document\": \"a.pdf\", \"pages\": [1]}\n");
    }

    @Test
    void that_fails_when_a_document_was_indexed() throws Exception {
        Files.writeString(folder.resolve("set/broken.pdf"), "%PDF-broken");
        var before = collections();
        var failed = TwinProcess.run(folder, settings, "eval", "set");
        assertEquals("not evaluated: broken.pdf cannot be read (damaged): leave it out", failed.firstError());
        assertEquals(before, collections());
    }

    @Test
    void that_is_told_to_stop_while_it_indexes() throws Exception {
        var pages = new String[300];
        for (int i = 0; i < pages.length; i++) pages[i] = "The ferry of day " + i + " leaves at nine from its quay.";
        Files.write(folder.resolve("set/long.pdf"), Pdfs.of(pages));
        var before = collections();
        var errors = folder.resolve("errors.txt");
        var process = JavaProgram.builder(folder, settings, JavaProgram.command(Main.class, List.of("eval", "set")))
                .redirectError(errors.toFile())
                .start();
        try {
            while (collections().equals(before)) assertTrue(process.isAlive(), Files.readString(errors));
            process.destroy();
            assertTrue(process.waitFor(Duration.ofSeconds(20)));
            assertEquals(143, process.exitValue(), Files.readString(errors));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(before, collections());
    }

    private Set<String> collections() throws Exception {
        var request = HttpRequest.newBuilder(server.address().resolve("/v1/schema"))
                .header("authorization", "Bearer " + WeaviateServer.KEY)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var schema = new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            return schema.get("classes")
                    .valueStream()
                    .map(collection -> collection.get("class").textValue())
                    .collect(Collectors.toSet());
        }
    }
}
