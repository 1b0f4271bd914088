package kb.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service with one answer, which it tells in two pieces. */
public final class TellingService implements AutoCloseable {
    static final String MESSAGE =
            "{\"chat_id\":\"c1\",\"status\":\"answered\",\"content\":\"It leaves at nine. [1]\",\"citations\":"
                    + "[{\"number\":1,\"filename\":\"ferry.pdf\",\"page\":2,\"section\":\"\",\"quote\":\"at nine\"}]}";

    private final HttpServer server;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile List<String> pieces = List.of();
    private volatile Runnable between = () -> {};
    private volatile boolean breaking;
    private volatile int refusal;
    private volatile String problem = "";

    public TellingService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/chats/c1/messages", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Escaped as JSON where they need it. */
    public void tells(String first, String second) {
        pieces = List.of(first, second);
    }

    /** What has to be over before the second piece comes. */
    public void between(Runnable first) {
        between = first;
    }

    /** After the first piece, each time. */
    void breaksOff() {
        breaking = true;
    }

    void refuses(int status, String body) {
        refusal = status;
        problem = body;
    }

    List<String> accepted() {
        return accepted;
    }

    List<String> keys() {
        return keys;
    }

    private void answer(HttpExchange exchange) throws IOException {
        accepted.add(exchange.getRequestHeaders().getFirst("accept"));
        keys.add(exchange.getRequestHeaders().getFirst("idempotency-key"));
        exchange.getRequestBody().readAllBytes();
        var stream = accepted.getLast().startsWith("text/event-stream");
        if (refusal > 0 && !(stream && breaking)) whole(exchange, refusal, problem);
        else if (stream) told(exchange);
        else whole(exchange, 200, MESSAGE);
    }

    private static void whole(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().add("content-type", "application/json");
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private void told(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("content-type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        event(exchange, "status", "{\"stage\": \"answering\"}");
        event(exchange, "text", text(pieces.getFirst()));
        between.run();
        if (!breaking) {
            event(exchange, "text", text(pieces.getLast()));
            event(exchange, "done", MESSAGE);
        }
        exchange.close();
    }

    private static String text(String piece) {
        var escaped = new StringBuilder();
        piece.chars().forEach(one -> escaped.append(one < ' ' ? "\\u%04x".formatted(one) : String.valueOf((char) one)));
        return "{\"text\": \"" + escaped + "\"}";
    }

    private static void event(HttpExchange exchange, String name, String data) throws IOException {
        var bytes = "event: %s\ndata: %s\n\n".formatted(name, data).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
