package kb.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Event;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Response;

/** HTTP as API Gateway and function URLs tell it (payload format 2.0) in our words, and back. */
final class ApiGateway {
    private static final String ANY = "$default";

    private ApiGateway() {}

    static Request request(APIGatewayV2HTTPEvent event) {
        return new Request(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                Optional.ofNullable(event.getRawQueryString()).orElse(""),
                headers(event),
                body(event));
    }

    /** As API Gateway would tell it, with all its fields. */
    static APIGatewayV2HTTPEvent event(Request request) {
        var headers = new LinkedHashMap<String, String>();
        request.headers().fields().forEach((name, values) -> headers.put(name, String.join(",", values)));
        var http = RequestContext.Http.builder()
                .withMethod(request.method())
                .withPath(request.path())
                .withProtocol("HTTP/1.1")
                .withSourceIp("127.0.0.1")
                .withUserAgent("rehearsal")
                .build();
        var context = RequestContext.builder()
                .withAccountId("anonymous")
                .withApiId("rehearsal")
                .withDomainName("rehearsal.lambda-url.us-east-1.on.aws")
                .withDomainPrefix("rehearsal")
                .withTime("01/Jan/2026:00:00:00 +0000")
                .withTimeEpoch(1_767_225_600_000L)
                .withRequestId("rehearsal")
                .withRouteKey(ANY)
                .withStage(ANY)
                .withHttp(http)
                .build();
        var isText = request.mediaType().equals("application/json");
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(ANY)
                .withRawPath(request.path())
                .withRawQueryString(request.query())
                .withHeaders(headers)
                .withCookies(List.of("rehearsal=1"))
                .withQueryStringParameters(Map.of("rehearsal", "1"))
                .withPathParameters(Map.of("rehearsal", "1"))
                .withStageVariables(Map.of("rehearsal", "1"))
                .withRequestContext(context)
                .withBody(isText ? request.body().text() : request.body().base64())
                .withIsBase64Encoded(!isText)
                .build();
    }

    /** Cookies come beside the headers, a field repeated comes joined by commas. */
    private static Headers headers(APIGatewayV2HTTPEvent event) {
        var fields = new LinkedHashMap<String, List<String>>();
        Optional.ofNullable(event.getHeaders())
                .orElse(Map.of())
                .forEach((name, value) -> fields.put(name, List.of(value)));
        var cookies = event.getCookies();
        if (cookies != null && !cookies.isEmpty()) fields.put("cookie", List.of(String.join("; ", cookies)));
        return new Headers(fields);
    }

    private static Bytes body(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) return Bytes.NONE;
        return event.getIsBase64Encoded() ? Bytes.ofBase64(event.getBody()) : Bytes.ofText(event.getBody());
    }

    /** The managed Java runtime buffers, so an event stream leaves as one text: the same events in the same order. */
    static APIGatewayV2HTTPResponse response(Response response) {
        var answer = APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(response.headers())
                .withIsBase64Encoded(response.body() instanceof Body.Binary);
        return switch (response.body()) {
            case Body.Text(var text) -> answer.withBody(text).build();
            case Body.Binary(var bytes) -> answer.withBody(bytes.base64()).build();
            case Body.Events(var stream) -> answer.withBody(collected(stream)).build();
        };
    }

    private static String collected(Body.Stream stream) {
        var text = new StringBuilder();
        stream.sendTo(event -> {
            if (!event.equals(Event.PULSE)) text.append(event.wire());
        });
        return text.toString();
    }
}
