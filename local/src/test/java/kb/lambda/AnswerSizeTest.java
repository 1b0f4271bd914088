package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kb.http.Access;
import kb.http.Caller;
import kb.http.Cors;
import kb.http.Limiter;
import kb.http.Method;
import kb.http.Response;
import kb.http.Route;
import kb.http.Router;
import org.junit.jupiter.api.Test;

/** Lambda takes 6 MB of JSON from a function, the body as one text in it. */
class AnswerSizeTest {
    private static final int TAKEN = 6_291_556;

    private static APIGatewayV2HTTPResponse answer(String text) {
        var route = Route.route(Method.GET, "/", Access.PUBLIC, _ -> Response.text(200, "text/plain", text));
        var router = new Router(
                List.of(route),
                _ -> Caller.ANONYMOUS,
                Limiter.NONE,
                new Cors(Set.of()),
                () -> "7",
                _ -> Optional.empty());
        var http = RequestContext.Http.builder().withMethod("GET").withPath("/").build();
        var event = APIGatewayV2HTTPEvent.builder()
                .withRawPath("/")
                .withRequestContext(RequestContext.builder().withHttp(http).build())
                .build();
        return new HttpEntry(router).answer(event);
    }

    @Test
    void what_fits_is_sent_whatever_it_is_made_of() throws Exception {
        for (var piece : List.of("a", "\"", "\n", "\u0001", "é", "語", "😀", "\\a")) {
            var written = new ObjectMapper().writeValueAsBytes(piece).length - 2;
            var most = piece.repeat(6_000_000 / written);
            assertEquals(200, answer(most).getStatusCode(), piece);
            var sent = new ObjectMapper().writeValueAsBytes(answer(most));
            assertTrue(sent.length < TAKEN, () -> piece + " is sent as " + sent.length + " bytes");
            assertEquals(422, answer(most + piece).getStatusCode(), piece);
        }
    }

    @Test
    void what_does_not_fit_is_a_problem_that_says_what_to_do() throws Exception {
        var refused = answer("a".repeat(6_000_001));
        assertEquals("application/problem+json", refused.getHeaders().get("content-type"));
        assertEquals(new ObjectMapper().readTree("""
                        {"type": "urn:kb:problem:answer-too-large", "title": "Too much for one answer", "status": 422,
                         "detail": "the answer has more than the 6,000,000 bytes that can be sent here; ask for less at once, of a chat by GET /chats/{chat_id}/messages with a limit",
                         "instance": "/"}"""), new ObjectMapper().readTree(refused.getBody()));
    }
}
