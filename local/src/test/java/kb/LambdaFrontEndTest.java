package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;

/** The API behind the Lambda handler. */
class LambdaFrontEndTest implements WholeContract {
    private final TestTwin twin = TestTwin.shared();
    private final FrontEnd frontEnd =
            new Described(new LambdaEvents(new HttpEntry(twin.app().router())));

    @Override
    public TestTwin twin() {
        return twin;
    }

    @Override
    public FrontEnd frontEnd() {
        return frontEnd;
    }

    @Test
    void json_may_come_as_base64() throws Exception {
        var headers = Map.of(
                "content-type", "application/json", "authorization", "Bearer " + twin.token("base64", "wren", "user"));
        var body = "{\"title\": \"é😀\"}".getBytes(StandardCharsets.UTF_8);
        var event = LambdaEvents.event(new FrontEnd.Call("POST", "/chats", headers, body));
        event.setBody(Base64.getEncoder().encodeToString(body));
        event.setIsBase64Encoded(true);
        var made = new LambdaEvents(new HttpEntry(twin.app().router())).send(event);
        assertEquals(201, made.status(), made::text);
        assertTrue(made.text().contains("\"title\":\"é😀\""), made::text);
    }

    /** Over a socket Jetty answers these itself, with 400, before anybody sees them. */
    @Test
    void a_malformed_escape_is_a_malformed_request() throws Exception {
        ApiContract.assertProblem(400, "malformed", as("user").get("/documents/%zz"));
        ApiContract.assertProblem(400, "malformed", as("user").get("/chats?limit=%zz"));
        assertEquals(200, as("user").get("/chats?limit=%31").status());
        ApiContract.assertProblem(404, "not-found", as("user").get("/documents/%00"));
    }
}
