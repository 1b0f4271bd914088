package kb.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import kb.FrontEnd;
import kb.LambdaEvents;

/** A function URL before a deployed function: requests as events of payload format 2.0. */
public record FunctionUrl(DeployedFunction function) implements FrontEnd {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIME = Duration.ofSeconds(65);

    @Override
    public Reply send(Call call) throws Exception {
        return reply(JSON.readTree(function.invoke(JSON.writeValueAsString(LambdaEvents.event(call)), TIME)));
    }

    /** What a function answered, as the function URL tells it. */
    public static Reply reply(JsonNode answer) {
        var headers = new TreeMap<String, List<String>>();
        for (var header : answer.get("headers").properties())
            headers.put(header.getKey(), List.of(header.getValue().textValue()));
        var text = answer.path("body").asText("");
        var body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return new Reply(answer.get("statusCode").intValue(), headers, body);
    }
}
