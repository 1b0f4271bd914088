package kb.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Response;

/** The routes of a knowledge base, used by one person. */
final class Service {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/json";

    private final Function<Request, Response> routes;
    private final String token;

    Service(Function<Request, Response> routes, String token) {
        this.routes = routes;
        this.token = token;
    }

    /** @param json of a problem, too; missing where there is none */
    record Reply(int status, JsonNode json) {
        boolean isGood() {
            return status < 300;
        }

        /** What a person is told of a problem. */
        String detail() {
            return json.path("detail").asText("it answered " + status);
        }
    }

    JsonNode get(String path, String query) {
        return good("GET " + path, got(path, query));
    }

    Reply got(String path, String query) {
        return send("GET", path, query, MEDIA_TYPE, Bytes.NONE);
    }

    JsonNode post(String path, Map<String, ?> body) {
        return good("POST " + path, posted(path, body));
    }

    Reply posted(String path, Map<String, ?> body) {
        try {
            return send("POST", path, "", MEDIA_TYPE, Bytes.of(JSON.writeValueAsBytes(body)));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    void delete(String path) {
        good("DELETE " + path, send("DELETE", path, "", MEDIA_TYPE, Bytes.NONE));
    }

    Reply send(String method, String path, String query, String type, Bytes body) {
        var headers =
                Headers.of(Map.of("authorization", "Bearer " + token, "content-type", type, "accept", MEDIA_TYPE));
        var response = routes.apply(new Request(method, path, query, headers, body));
        try {
            return new Reply(
                    response.status(), JSON.readTree(response.body() instanceof Body.Text(var text) ? text : ""));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static JsonNode good(String request, Reply reply) {
        if (reply.isGood()) return reply.json();
        throw new IllegalStateException("%s was refused: %s".formatted(request, reply.detail()));
    }
}
