package kb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before a part and says something else than it does, in answers that look right. */
final class LyingProxy implements AutoCloseable {
    /** The part, or what pretends to be it. */
    @FunctionalInterface
    interface Part {
        /** @param call as it came, with its body */
        String answer(Asked call) throws Exception;
    }

    /** A request, and the part that it was meant for. */
    record Asked(String method, String path, String body, Part honest) {
        Asked saying(String other) {
            return new Asked(method, path, other, honest);
        }

        String honestly() throws Exception {
            return honest.answer(this);
        }
    }

    private static final Part HONEST = Asked::honestly;

    private final URI target;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Part> lie = new AtomicReference<>(HONEST);

    LyingProxy(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers everything; what it lets pass it asks the part for. */
    void lie(Part other) {
        lie.set(other);
    }

    void tellTheTruth() {
        lie.set(HONEST);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var status = new AtomicReference<>(200);
            Part honest = call -> forwarded(exchange, call, status);
            var call = new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, honest);
            var bytes = lie.get().answer(call).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(status.get(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (Exception broken) {
            throw new IOException(broken);
        }
    }

    private String forwarded(HttpExchange exchange, Asked call, AtomicReference<Integer> status) throws Exception {
        var request = HttpRequest.newBuilder(target.resolve(call.path()))
                .method(call.method(), BodyPublishers.ofString(call.body()));
        for (var name : new String[] {"authorization", "content-type"}) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) request.header(name, value);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        status.set(answer.statusCode());
        return answer.body();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
