package kb;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import kb.lambda.FunctionUrl;
import kb.lambda.HttpEntry;

/** Calls the Lambda handler as API Gateway does: lower-case header names, cookies apart, text as it is and bytes as Base64. */
public final class LambdaEvents implements FrontEnd {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpEntry entry;

    public LambdaEvents(HttpEntry entry) {
        this.entry = entry;
    }

    @Override
    public Reply send(Call call) throws IOException {
        return send(event(call));
    }

    Reply send(APIGatewayV2HTTPEvent event) throws IOException {
        var answer = new ByteArrayOutputStream();
        entry.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, null);
        return FunctionUrl.reply(JSON.readTree(answer.toByteArray()));
    }

    public static APIGatewayV2HTTPEvent event(Call call) {
        var parts = call.target().split("\\?", 2);
        var headers = new TreeMap<String, String>();
        call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var cookies = Optional.ofNullable(headers.remove("cookie"))
                .map(line -> List.of(line.split("; ")))
                .orElse(null);
        var text = isText(headers.getOrDefault("content-type", ""));
        var body = text
                ? new String(call.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(call.body());
        var http = RequestContext.Http.builder()
                .withMethod(call.method())
                .withPath(parts[0])
                .build();
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRawPath(parts[0])
                .withRawQueryString(parts.length == 2 ? parts[1] : "")
                .withHeaders(headers)
                .withCookies(cookies)
                .withRequestContext(RequestContext.builder().withHttp(http).build())
                .withBody(call.body().length == 0 ? null : body)
                .withIsBase64Encoded(!text && call.body().length > 0)
                .build();
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("application/json") || mediaType.startsWith("text/");
    }
}
