package kb;

import io.javalin.Javalin;
import kb.local.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The API over a socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalFrontEndTest implements WholeContract {
    private final TestTwin twin = TestTwin.shared();
    private final Javalin server =
            LocalServer.on(twin.app().router(), twin.limits().largestBody());

    @BeforeAll
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void json_that_is_not_utf_8_is_refused() throws Exception {
        var latin = new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        ApiContract.assertProblem(400, "malformed", as("user").send("POST", "/search", JSON, latin));
    }

    @Override
    public TestTwin twin() {
        return twin;
    }

    @Override
    public FrontEnd frontEnd() {
        return new Described(new OverTheWire(server.port()));
    }
}
