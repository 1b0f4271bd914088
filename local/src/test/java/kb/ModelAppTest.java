package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static kb.llm.ChatProvider.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a chat model writes, costs and fails at, as the replaced service's browser app is told of it. */
class ModelAppTest {
    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    @TempDir
    Path folder;

    private ModelTwin twin(String budget) {
        return ModelTwin.spending(folder, PROVIDER, budget);
    }

    private static FrontEnd.Reply send(Client client, String session) throws Exception {
        var message = Map.of("session_id", session, "message", ModelTwin.QUESTION);
        return client.sendJson("POST", "/chat/message", message);
    }

    private static String session(Client client) throws Exception {
        var begun = client.sendJson("POST", "/chat/session/new", Map.of());
        return SpaClient.ok(begun).get("session_id").textValue();
    }

    @Test
    void the_browser_apps_totals_are_the_sums_of_its_messages() throws Exception {
        ModelTwin.answers(PROVIDER);
        try (var twin = twin("5")) {
            for (var frontEnd : twin.frontEnds()) {
                var client = twin.member(frontEnd);
                var first = session(client);
                for (var session : List.of(first, first, session(client))) {
                    var answer = SpaClient.ok(send(client, session));
                    assertEquals(120, answer.at("/metadata/tokens_used").intValue());
                }
                var one = client.get("/chat/session/" + first + "/tokens").json();
                assertEquals(240, one.get("total_tokens").intValue());
                assertEquals(0.00028, one.get("total_cost_usd").doubleValue(), 1e-12);
                var all = client.get("/chat/user/tokens").json();
                assertEquals(360, all.get("total_tokens").intValue());
                assertEquals(0.00042, all.get("total_cost_usd").doubleValue(), 1e-12);
                assertEquals(2, all.get("session_count").intValue());
            }
        }
    }

    @Test
    void the_browser_app_hears_of_a_models_trouble_in_its_own_shape_and_never_as_401() throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(aResponse().withStatus(401)));
        try (var twin = twin("5")) {
            var client = twin.member(twin.frontEnds().getFirst());
            assertTrouble(503, "authentication", "null", send(client, session(client)));
        }
        var busy = Map.of(
                429,
                aResponse().withStatus(429).withHeader("retry-after", "60"),
                503,
                aResponse().withStatus(500));
        for (var provided : busy.entrySet()) {
            PROVIDER.stubFor(post(PATH).willReturn(provided.getValue()));
            try (var twin = twin("5")) {
                var client = twin.member(twin.frontEnds().getFirst());
                var type = provided.getKey() == 429 ? "rate_limit" : "service_unavailable";
                var told = send(client, session(client));
                assertTrouble(provided.getKey(), type, "\"int\"", told);
                assertEquals(
                        told.json().get("retry_after").asText(),
                        told.header("retry-after").orElseThrow());
            }
        }
        ModelTwin.answers(PROVIDER);
        try (var twin = twin("0")) {
            var client = twin.member(twin.frontEnds().getLast());
            assertTrouble(402, "quota_exceeded", "null", send(client, session(client)));
        }
    }

    private static void assertTrouble(int status, String type, String retry, FrontEnd.Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        Shape.of("""
                {"success": false, "error": true, "error_type": "=%s", "title": "text", "message": "text",
                 "user_message": "text", "status_code": %d, "retry_after": %s, "details": "text",
                 "is_llm_error": true}""".formatted(type, status, retry)).fits(reply.json());
    }
}
