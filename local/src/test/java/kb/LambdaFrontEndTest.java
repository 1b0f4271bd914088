package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;

/** The API behind the Lambda handler. */
class LambdaFrontEndTest implements ApiContract, HttpContract, BadInputContract {
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

    @Override
    public Client as(String role) {
        return ApiContract.super.as(role);
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
