package kb.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Router;

/** Somebody who does not exist: asks for routes and fills their parameters in with what was answered before. */
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = """
            --b\r
            content-disposition: form-data; name="file"; filename="%s"\r
            content-type: application/pdf\r
            \r
            %s\r
            --b--\r
            """;

    private final Router router;
    private final Rehearsal.Front front;
    private final String token;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> answered = new LinkedHashMap<>();

    Visitor(Router router, Rehearsal.Front front, String token) {
        this.router = router;
        this.front = front;
        this.token = token;
    }

    /** The statuses by method and route as the table has it, the highest of each. */
    Map<String, Integer> answered() {
        return Map.copyOf(answered);
    }

    /** From now on the parameter stands for this. @return for what it stood before */
    String name(String parameter, String value) {
        return names.put(parameter, value);
    }

    JsonNode get(String route) {
        return json(send("GET", route, Map.of(), ""));
    }

    /** @return the text of an answer */
    String read(String route, String accept) {
        return send("GET", route, Map.of("accept", accept), "");
    }

    void delete(String route) {
        send("DELETE", route, Map.of(), "");
    }

    JsonNode post(String route) {
        return json(send("POST", route, Map.of(), ""));
    }

    JsonNode post(String route, Map<String, ?> body) {
        return send("POST", route, body);
    }

    JsonNode send(String method, String route, Map<String, ?> body) {
        return json(send(method, route, Map.of("content-type", "application/json"), text(body)));
    }

    void stream(String route, Map<String, ?> body) {
        send("POST", route, Map.of("content-type", "application/json", "accept", "text/event-stream"), text(body));
    }

    /** A PDF as browsers send it. */
    JsonNode upload(String route, String filename, String pdf) {
        var type = Map.of("content-type", "multipart/form-data; boundary=b");
        return json(send("POST", route, type, FORM.formatted(filename, pdf)));
    }

    private String send(String method, String route, Map<String, String> headers, String body) {
        var all = new HashMap<>(Map.of("authorization", "Bearer " + token, "accept", "application/json"));
        all.putAll(headers);
        var path = route;
        for (var name : names.entrySet()) path = path.replace("{" + name.getKey() + "}", name.getValue());
        var answer = front.send(router, new Request(method, path, "", Headers.of(all), Bytes.ofText(body)));
        answered.merge(method + " " + route, answer.status(), Math::max);
        return answer.text();
    }

    private static String text(Map<String, ?> body) {
        return JSON.valueToTree(body).toString();
    }

    private static JsonNode json(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.nullNode();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
