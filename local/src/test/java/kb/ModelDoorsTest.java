package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.streamed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a chat model writes, costs and fails at, as other doors tell it; a question sets 0.024 dollars aside. */
class ModelDoorsTest {
    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    @TempDir
    Path folder;

    private ModelTwin twin(String budget) {
        return ModelTwin.spending(folder, PROVIDER, budget);
    }

    private static FrontEnd.Reply complete(Client client, boolean stream) throws Exception {
        var question = Map.of("role", "user", "content", ModelTwin.QUESTION);
        var request = new HashMap<String, Object>(Map.of("model", "knowledge-base", "messages", List.of(question)));
        request.put("stream", stream);
        return client.sendJson("POST", PATH, request);
    }

    private static JsonNode tool(Client client) throws Exception {
        var call = Map.of("name", "ask", "arguments", Map.of("question", ModelTwin.QUESTION));
        var message = Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", call);
        var reply = client.sendJson("POST", "/mcp", message);
        return reply.json();
    }

    @Test
    void tokens_and_costs_are_told_and_kept() throws Exception {
        ModelTwin.answers(PROVIDER);
        try (var twin = twin("5")) {
            for (var frontEnd : twin.frontEnds()) {
                var client = twin.member(frontEnd);
                var whole = complete(client, false).json();
                assertEquals(
                        """
                        A lost card costs four euros and fifty cents. [1]

                        ---

                        - [1] guide.pdf, page 1: “%s”""".formatted(ModelTwin.FEE),
                        whole.at("/choices/0/message/content").textValue());
                assertEquals(100, whole.at("/usage/prompt_tokens").intValue());
                assertEquals(20, whole.at("/usage/completion_tokens").intValue());
                assertEquals(120, whole.at("/usage/total_tokens").intValue());
                assertEquals(0.00014, whole.at("/knowledge_base/usage/cost_usd").doubleValue(), 1e-12);
                var chunks = Client.chunks(complete(client, true).text());
                assertEquals(
                        whole.at("/knowledge_base/citations"), chunks.getLast().at("/knowledge_base/citations"));
                tool(client);
                assertEquals(
                        0.00042, client.get("/usage").json().get("cost_usd").doubleValue(), 1e-12);
            }
        }
    }

    @Test
    void over_budget_no_model_is_asked() throws Exception {
        ModelTwin.answers(PROVIDER);
        try (var twin = twin("0")) {
            for (var frontEnd : twin.frontEnds()) {
                var client = twin.member(frontEnd);
                for (var stream : List.of(true, false)) {
                    var refused = complete(client, stream);
                    assertEquals(429, refused.status(), refused::text);
                    assertEquals(
                            "insufficient_quota",
                            refused.json().at("/error/code").textValue());
                    assertEquals("false", refused.header("x-should-retry").orElseThrow());
                }
                var told = tool(client).get("result");
                assertTrue(told.get("isError").booleanValue());
                assertTrue(told.at("/content/0/text").textValue().contains("budget is used up"), told::toString);
            }
        }
        assertEquals(List.of(), PROVIDER.getAllServeEvents());
    }

    /** A caller is never told that a token was wrong when it was ours at the provider. */
    @Test
    void what_the_provider_refuses_is_our_failure_and_no_clients() throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(aResponse().withStatus(401)));
        try (var twin = twin("5")) {
            for (var frontEnd : twin.frontEnds()) {
                var client = twin.member(frontEnd);
                var refused = complete(client, false);
                assertEquals(503, refused.status(), refused::text);
                assertEquals("model_key", refused.json().at("/error/code").textValue());
                assertEquals(
                        "guide.pdf",
                        refused.json().at("/error/passages/0/filename").textValue());
                var streamed = complete(client, true);
                assertEquals(200, streamed.status());
                var last = streamed.text().split("\n\n")[1];
                assertTrue(last.startsWith("event: error\ndata: {\"error\":{\"message\":"), last);
                var error = tool(client).get("error");
                assertEquals("urn:kb:problem:model-key", error.at("/data/type").textValue());
            }
        }
    }

    @Test
    void a_provider_that_is_down_or_busy_is_a_503_with_the_time_to_come_back() throws Exception {
        for (var status : List.of(500, 429)) {
            PROVIDER.stubFor(
                    post(PATH).willReturn(aResponse().withStatus(status).withHeader("retry-after", "60")));
            try (var twin = twin("5")) {
                var client = twin.member(twin.frontEnds().getLast());
                for (var door : List.of(OtherDoor.OPENAI, OtherDoor.MCP)) {
                    var down = client.sendJson("POST", door.path(), door.question(ModelTwin.QUESTION));
                    var kind = door == OtherDoor.OPENAI ? "model_unavailable" : "urn:kb:problem:model-unavailable";
                    door.assertRefused(503, kind, down);
                    assertTrue(Integer.parseInt(down.header("retry-after").orElseThrow()) > 0);
                }
            }
        }
    }
}
