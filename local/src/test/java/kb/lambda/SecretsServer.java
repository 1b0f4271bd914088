package kb.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as Secrets Manager does to GetSecretValue, the only call that is made. */
final class SecretsServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> secrets;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    SecretsServer(Map<String, String> secrets) throws IOException {
        this.secrets = secrets;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The names of all that was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = JSON.readTree(exchange.getRequestBody()).get("SecretId").textValue();
            asked.add(name);
            var secret = secrets.get(name);
            var body = secret == null
                    ? JSON.writeValueAsBytes(Map.of("__type", "ResourceNotFoundException"))
                    : JSON.writeValueAsBytes(Map.of("Name", name, "SecretString", secret, "VersionId", "1"));
            exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(secret == null ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
