package kb.rehearsal;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** An HTTP server on loopback, at a port of its own, that answers every path alike. */
final class LoopbackServer implements AutoCloseable {
    private static final int WAITING = 50;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final String scheme;

    private LoopbackServer(HttpServer server, String scheme, HttpHandler handler) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    static LoopbackServer plain(HttpHandler handler) throws IOException {
        return new LoopbackServer(HttpServer.create(port(), WAITING), "http", handler);
    }

    static LoopbackServer secure(SSLContext context, HttpHandler handler) throws IOException {
        var server = HttpsServer.create(port(), WAITING);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new LoopbackServer(server, "https", handler);
    }

    private static InetSocketAddress port() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    URI address() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
