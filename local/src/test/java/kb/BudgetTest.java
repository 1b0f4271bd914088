package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.ModelTwin.FEE;
import static kb.ModelTwin.QUESTION;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.streamed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a chat model takes, and the end of a budget, as both front ends tell them; a question sets 0.024 dollars aside. */
class BudgetTest {
    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        PROVIDER.stubFor(
                post(PATH).willReturn(streamed("say| A lost card costs four euros and fifty cents.\nquote 1| ", FEE)));
    }

    private ModelTwin twin(String budget) {
        return ModelTwin.spending(folder, PROVIDER, budget);
    }

    @Test
    void the_ledger_has_what_the_provider_reports() throws Exception {
        try (var twin = twin("5")) {
            for (var frontEnd : twin.frontEnds()) {
                var member = twin.member(frontEnd);
                for (int i = 0; i < 3; i++) {
                    var message = member.ask(QUESTION);
                    assertEquals(0.00014, message.get("usage").get("cost_usd").doubleValue());
                }
                var usage = member.get("/usage").json();
                assertTrue(usage.get("until").textValue().endsWith("-01T00:00:00Z"));
                assertEquals(new ObjectMapper().readTree("""
                                {"calls": 3, "reported": {"prompt": 300, "completion": 60},
                                 "estimated": {"prompt": 0, "completion": 0},
                                 "cost_usd": 0.00042, "budget_usd": 5.0, "left_usd": 4.99958}"""), ((ObjectNode) usage).without("until"));
                assertEquals(
                        0,
                        member.named("robin").get("/usage").json().get("calls").intValue());
            }
        }
    }

    @Test
    void over_budget_no_model_is_asked_and_the_chat_stays_free() throws Exception {
        try (var twin = twin("0.0241")) {
            for (var frontEnd : twin.frontEnds()) {
                var member = twin.member(frontEnd);
                var chat = member.chat();
                assertEquals(
                        "answered", member.ask(chat, QUESTION).get("status").textValue());
                var asked = PROVIDER.findAll(postRequestedFor(urlEqualTo(PATH))).size();
                for (var accept : new String[] {"application/json", "text/event-stream"}) {
                    for (int i = 0; i < 2; i++) {
                        var refused = ModelTwin.ask(member, chat, Map.of("message", QUESTION), accept);
                        ApiContract.assertProblem(429, "budget-exhausted", refused);
                        assertTrue(Long.parseLong(refused.header("retry-after").orElseThrow()) > 0);
                    }
                }
                assertEquals(
                        asked,
                        PROVIDER.findAll(postRequestedFor(urlEqualTo(PATH))).size());
                assertEquals(
                        2,
                        member.get("/chats/" + chat + "/messages")
                                .json()
                                .get("items")
                                .size());
                assertEquals(
                        200,
                        member.sendJson("POST", "/search", Map.of("query", "fee"))
                                .status());
            }
        }
    }

    /** It reports twenty thousand tokens read for the first attempt, and no text. */
    @Test
    void where_another_attempt_might_go_over_the_budget_it_is_not_made_and_what_was_found_comes_along()
            throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(ChatProvider.silent(20_000)));
        try (var twin = twin("0.0241")) {
            for (var frontEnd : twin.frontEnds()) {
                var member = twin.member(frontEnd);
                var asked = PROVIDER.findAll(postRequestedFor(urlEqualTo(PATH))).size();
                var refused = ModelTwin.ask(member, Map.of("message", QUESTION));
                ApiContract.assertProblem(429, "budget-exhausted", refused);
                assertTrue(refused.json().at("/passages/0/text").textValue().contains(FEE), refused::text);
                assertEquals(
                        asked + 1,
                        PROVIDER.findAll(postRequestedFor(urlEqualTo(PATH))).size());
                var usage = member.get("/usage").json();
                assertEquals(0.02, usage.get("cost_usd").doubleValue());
                assertEquals(0.0041, usage.get("left_usd").doubleValue());
            }
        }
    }
}
