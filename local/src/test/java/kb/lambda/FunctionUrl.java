package kb.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kb.FrontEnd;

/** A function URL before a deployed function: requests as events of payload format 2.0. */
record FunctionUrl(DeployedFunction function) implements FrontEnd {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIME = Duration.ofSeconds(65);

    @Override
    public Reply send(Call call) throws Exception {
        var answer = JSON.readTree(function.invoke(JSON.writeValueAsString(event(call)), TIME));
        var headers = new TreeMap<String, List<String>>();
        for (var header : answer.get("headers").properties())
            headers.put(header.getKey(), List.of(header.getValue().textValue()));
        var text = answer.path("body").asText("");
        var body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return new Reply(answer.get("statusCode").intValue(), headers, body);
    }

    private static Map<String, Object> event(Call call) {
        var target = call.target().split("\\?", 2);
        var headers = new TreeMap<String, String>();
        call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var binary = call.body().length > 0
                && !headers.getOrDefault("content-type", "").startsWith("application/json");
        var event = new HashMap<String, Object>(Map.of(
                "version",
                "2.0",
                "routeKey",
                "$default",
                "rawPath",
                target[0],
                "rawQueryString",
                target.length == 2 ? target[1] : "",
                "headers",
                headers,
                "requestContext",
                Map.of("stage", "$default", "http", Map.of("method", call.method(), "path", target[0])),
                "isBase64Encoded",
                binary));
        if (call.body().length > 0) {
            event.put(
                    "body",
                    binary
                            ? Base64.getEncoder().encodeToString(call.body())
                            : new String(call.body(), StandardCharsets.UTF_8));
        }
        return event;
    }
}
