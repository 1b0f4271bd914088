package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kb.local.LocalServer;
import kb.weaviate.WeaviateServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The twin on the parts that production runs on: DynamoDB, S3 and Weaviate. */
@Needs(RealPart.WEAVIATE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPartsTest implements WholeContract {
    @TempDir
    static Path folder;

    private RealDynamo dynamo;
    private RealS3 s3;
    private TestTwin twin;
    private Javalin server;

    @BeforeAll
    void start() throws Exception {
        var weaviate = WeaviateServer.running();
        dynamo = new RealDynamo();
        s3 = new RealS3(folder.resolve("s3"));
        var settings = new HashMap<>(RealDynamo.settings(dynamo.address()));
        settings.putAll(RealS3.settings(s3.address()));
        settings.putAll(Map.of("WEAVIATE_URL", weaviate.address().toString(), "WEAVIATE_API_KEY", WeaviateServer.KEY));
        twin = new TestTwin(folder.resolve("data"), settings);
        server =
                LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", 0);
    }

    @AfterAll
    void stop() throws Exception {
        if (server == null) return;
        server.stop();
        twin.close();
        s3.close();
        dynamo.stop();
    }

    @Test
    void a_new_index_takes_over() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
        var migration = twin.app().background().migration();
        var before = migration.serving();
        var wanted = migration.again();
        migration.run(() -> {}); // beside the twin's own, for all the tenants that the other tests left
        assertEquals(Set.of(wanted), migration.serving());
        assertFalse(before.contains(wanted));
        var found = writer.sendJson("POST", "/search", Map.of("query", "When does the ferry leave?"))
                .json();
        assertEquals(id, found.get("passages").get(0).get("document_id").textValue());
    }

    @Override
    public TestTwin twin() {
        return twin;
    }

    @Override
    public FrontEnd frontEnd() {
        return new OverTheWire(server.port());
    }
}
