package kb.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import kb.Production;
import kb.config.Config;
import kb.http.Problem;
import kb.http.Router;

/** The deployed front end: unwrap, route, wrap. */
public final class HttpEntry implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Router router;

    /** Runs once, before SnapStart takes its picture. Whatever is random, secret or short-lived waits for the first call. */
    public HttpEntry() {
        this(Production.app(Config.from(System.getenv())).router());
        FirstRequests.rehearse(System.getenv());
    }

    public HttpEntry(Router router) {
        this.router = router;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var request = ApiGateway.request(event);
        var answer = ApiGateway.response(router.handle(request));
        if (Payload.holds(answer.getBody())) return answer;
        return ApiGateway.response(router.refuse(request, new Problem.AnswerTooLarge(Payload.MOST_BYTES)));
    }
}
