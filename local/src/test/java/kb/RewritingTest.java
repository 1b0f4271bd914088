package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.streamed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.file.Path;
import java.util.Map;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Follow-up questions that a small model of its own makes stand alone. */
class RewritingTest {
    private static final String FIRST = "When does the library open on Saturdays?";
    private static final String OPENING = "On Saturdays the doors open at ten and close at four.";

    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    private ModelTwin twin;

    @BeforeEach
    void start(@TempDir Path folder) {
        twin = new ModelTwin(
                folder, PROVIDER, Map.of("OPENAI_MINI_MODEL", "mini", "MODEL_PRICES", "m=1/2, mini=0.1/0.2"));
        PROVIDER.stubFor(post(PATH)
                .withRequestBody(matchingJsonPath("$.model", equalTo("m")))
                .willReturn(streamed("say| The doors open at ten.\nquote 1| ", OPENING)));
    }

    @AfterEach
    void stop() throws Exception {
        twin.close();
    }

    private static void miniWrites(ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(post(PATH)
                .withRequestBody(matchingJsonPath("$.model", equalTo("mini")))
                .willReturn(answer));
    }

    private static int asked(String model) {
        return PROVIDER.findAll(
                        postRequestedFor(urlEqualTo(PATH)).withRequestBody(matchingJsonPath("$.model", equalTo(model))))
                .size();
    }

    @Test
    void the_small_model_completes_a_follow_up_question_and_its_tokens_are_in_the_ledger() throws Exception {
        miniWrites(streamed("search| When do the doors of the library ", "close on Saturdays?"));
        for (var frontEnd : twin.frontEnds()) {
            PROVIDER.resetRequests();
            var member = twin.member(frontEnd);
            var chat = member.chat();
            assertTrue(member.ask(chat, FIRST).get("query").isNull());
            assertEquals(0, asked("mini"));
            var message = member.ask(chat, "And close?");
            assertEquals(
                    "When do the doors of the library close on Saturdays?",
                    message.get("query").textValue());
            assertEquals(1, asked("mini"));
            assertEquals(2, asked("m"));
            var usage = member.get("/usage").json();
            assertEquals(3, usage.get("calls").intValue());
            assertEquals(0.000294, usage.get("cost_usd").doubleValue(), 1e-12);
        }
    }

    @Test
    void when_it_fails_the_question_is_understood_by_rule_and_answered() throws Exception {
        for (var failure : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(401), aResponse().withStatus(429), streamed("I would rather not.")
        }) {
            miniWrites(failure);
            var member = twin.member(twin.frontEnds().getFirst());
            var chat = member.chat();
            member.ask(chat, FIRST);
            var message = member.ask(chat, "And on Mondays?");
            assertEquals("answered", message.get("status").textValue());
            assertEquals(
                    "When does the library open on Mondays?",
                    message.get("query").textValue());
        }
    }
}
