package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** AWS, the index and the models in one server on loopback, as far as the application speaks with them. */
final class StandIns implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYS = "/keys";

    final StandInTable table = new StandInTable();
    final StandInFiles files = new StandInFiles();
    final StandInQueue queue = new StandInQueue();
    final String signingSecret = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final StandInIndex index = new StandInIndex();
    private final StandInModels models;
    private final LoopbackServer server = LoopbackServer.plain(this::answer);

    /** @param dimensions of the vectors that the embedding model makes */
    StandIns(int dimensions) throws IOException {
        models = new StandInModels(dimensions);
    }

    URI address() {
        return server.address();
    }

    /** Where a role's keys are. */
    URI keysAddress() {
        return address().resolve(KEYS);
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange, exchange.getRequestBody().readAllBytes());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Connection", "close");
            var bodiless =
                    reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
            if (!bodiless) exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) return call(target.split("\\."), JSON.readTree(body));
        return switch (path) {
            case KEYS -> Reply.json(keys());
            case "/v1/embeddings" -> models.embed(JSON.readTree(body));
            case "/v1/chat/completions" -> models.write(JSON.readTree(body));
            case String rest
            when rest.startsWith("/v1/") ->
                index.answer(exchange.getRequestMethod(), rest.substring("/v1/".length()), JSON.readTree(body));
            default -> files.answer(exchange, body);
        };
    }

    /** As Lambda gives a function its role's. */
    private static ObjectNode keys() {
        return JSON.createObjectNode()
                .put("AccessKeyId", "rehearsal")
                .put("SecretAccessKey", "rehearsal")
                .put("Token", "rehearsal")
                .put("Expiration", Instant.now().plus(Duration.ofHours(1)).toString());
    }

    private Reply call(String[] target, JsonNode request) {
        return switch (target[0]) {
            case "secretsmanager" ->
                Reply.json(JSON.createObjectNode()
                        .put("SecretString", secret(request.path("SecretId").asText())));
            case "AmazonSQS" -> queue.answer(target[1], request);
            default -> table.answer(target[1], request);
        };
    }

    private String secret(String name) {
        return switch (List.of(name.split("/")).getLast()) {
            case "jwt-secret" -> signingSecret;
            case "weaviate-url" -> address().toString();
            default -> "worth-nothing";
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
