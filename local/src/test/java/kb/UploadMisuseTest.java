package kb;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.Map;
import kb.local.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Misused uploads into the twin's own storage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadMisuseTest implements UploadMisuseContract {
    private TestTwin twin;
    private Javalin server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        twin = new TestTwin(folder.resolve("data"), settings(folder));
        server =
                LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", 0);
    }

    Map<String, String> settings(Path folder) throws Exception {
        return Map.of();
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
        twin.close();
    }

    @Override
    public TestTwin twin() {
        return twin;
    }

    @Override
    public Client as(String role) {
        return new Client(new OverTheWire(server.port()), twin, "tenant-" + twin.next(), "wren", role);
    }
}
