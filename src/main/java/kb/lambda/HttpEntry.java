package kb.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import kb.Production;
import kb.config.Config;
import kb.http.Problem;
import kb.http.Router;

/**
 * The deployed front end: unwrap, route, wrap.
 *
 * <p>It reads events itself. What Lambda's runtime would do so with cannot be rehearsed, and each instance's first requests
 * would load it.
 */
public final class HttpEntry implements RequestStreamHandler {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private final Router router;

    /** Runs once, before SnapStart takes its picture. Whatever is random, secret or short-lived waits for the first call. */
    public HttpEntry() {
        this(Production.app(Config.from(System.getenv())).router());
        FirstRequests.rehearse(System.getenv(), FirstRequests.ROUNDS);
    }

    public HttpEntry(Router router) {
        this.router = router;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        JSON.writeValue(answer, answer(JSON.readValue(event, APIGatewayV2HTTPEvent.class)));
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        var request = ApiGateway.request(event);
        var answer = ApiGateway.response(router.handle(request));
        if (Payload.holds(answer.getBody())) return answer;
        return ApiGateway.response(router.refuse(request, new Problem.AnswerTooLarge(Payload.MOST_BYTES)));
    }
}
