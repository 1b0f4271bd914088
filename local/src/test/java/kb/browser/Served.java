package kb.browser;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import kb.App;
import kb.TestTwin;
import kb.local.LocalServer;

/** A twin that serves the page, on a port that its storage knows of. */
final class Served implements AutoCloseable {
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final TestTwin twin;
    private final Javalin server;

    Served(Path data, Map<String, String> settings) throws IOException {
        this(data, settings, UnaryOperator.identity());
    }

    /** @param around what the twin has in place of its parts */
    Served(Path data, Map<String, String> settings, UnaryOperator<App.Outside> around) throws IOException {
        var port = free();
        var all = new HashMap<>(settings);
        all.put("PORT", String.valueOf(port));
        twin = TestTwin.around(data, all, around);
        server =
                LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", port);
    }

    static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Somebody of a tenant that nobody else is of. */
    String token(String role) {
        return twin.token("page-" + TENANTS.incrementAndGet(), "wren", role);
    }

    String expiredToken() {
        return twin.expiredToken("page-" + TENANTS.incrementAndGet(), "wren", "admin");
    }

    Visit visit(Visit.View view) {
        return new Visit(address(), view, Set.of());
    }

    /** One whose PDFs may go straight into the storage. */
    Visit visitWithStorage(Visit.View view) {
        return new Visit(address(), view, Set.of("http://127.0.0.1:"));
    }

    TestTwin twin() {
        return twin;
    }

    @Override
    public void close() throws IOException {
        server.stop();
        twin.close();
    }
}
