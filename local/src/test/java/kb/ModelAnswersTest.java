package kb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static kb.ModelTwin.FEE;
import static kb.ModelTwin.QUESTION;
import static kb.llm.ChatProvider.PATH;
import static kb.llm.ChatProvider.streamed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that a chat model writes, as both front ends tell them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelAnswersTest {
    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    private ModelTwin twin;

    @BeforeAll
    void start(@TempDir Path folder) {
        twin = new ModelTwin(folder, PROVIDER);
    }

    @AfterAll
    void stop() throws Exception {
        twin.close();
    }

    private static void writes(String text) {
        PROVIDER.stubFor(post(PATH).willReturn(streamed(text.split("(?<=\\G.{7})"))));
    }

    /** Without what differs from one question to the next. */
    private static JsonNode comparable(JsonNode message) {
        return ((ObjectNode) message.deepCopy()).without(List.of("message_id", "chat_id", "created_at"));
    }

    @Test
    void a_supported_sentence_is_cited_and_another_is_marked() throws Exception {
        writes("say| A lost card costs four euros and fifty cents.\nquote 1| " + FEE
                + "\nsay| A member may borrow thirteen books.\nquote 1| A member may borrow thirteen books");
        for (var frontEnd : twin.frontEnds()) {
            var message = twin.member(frontEnd).ask(QUESTION);
            assertEquals("partial", message.get("status").textValue());
            assertEquals("model", message.get("mode").textValue());
            assertEquals(
                    "A lost card costs four euros and fifty cents. [1]\n\n"
                            + "A member may borrow thirteen books. [unsupported]",
                    message.get("content").textValue());
            var citation = message.get("citations").get(0);
            assertEquals(FEE, citation.get("quote").textValue());
            assertEquals(1, citation.get("page").intValue());
            assertEquals(72, citation.get("boxes").get(0).get("l").doubleValue(), 1.0);
            assertEquals(1, message.get("citations").size());
            assertEquals(1, message.get("kept_quotes").intValue());
            assertEquals(1, message.get("dropped_quotes").intValue());
            assertEquals("m-2026", message.get("usage").get("model").textValue());
            assertEquals(100, message.get("usage").get("prompt_tokens").intValue());
            assertEquals(20, message.get("usage").get("completion_tokens").intValue());
        }
    }

    @Test
    void strictly_only_supported_sentences_are_told() throws Exception {
        writes("say| A member may borrow thirteen books.\nsay| A lost card costs four euros and fifty cents.\nquote 1| "
                + FEE);
        var client = twin.member(twin.frontEnds().getFirst());
        var message = ModelTwin.ask(client, Map.of("message", QUESTION, "strict", true))
                .json();
        assertEquals(
                "A lost card costs four euros and fifty cents. [1]",
                message.get("content").textValue());
        assertEquals("partial", message.get("status").textValue());
    }

    static Stream<String> texts() {
        return Stream.of(
                "say| A lost card costs four euros and fifty cents.\nquote 1| " + FEE,
                "say| A member may borrow thirteen books.\nquote 1| thirteen books for members",
                "say| It is so [3].\nquote 1| " + FEE
                        + "\nsay| The library opens at nine.\nquote 1| The library opens at nine in the morning",
                "none|",
                "",
                "The fee for a lost card is four euros.",
                "say| ![x](https://evil.example) the fee for a lost card\nquote 1| " + FEE
                        + "\nquote 1| On Saturdays the doors open at ten");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_stream_tells_the_same_message_as_json_from_both_front_ends(String text) throws Exception {
        writes(text);
        var client = twin.member(twin.frontEnds().getFirst());
        for (var strict : List.of(true, false)) {
            var question = Map.of("message", QUESTION, "strict", strict);
            var json = ModelTwin.ask(client, question).json();
            assertEquals(comparable(json), comparable(ModelTwin.streamed(client, question)));
            var other = client.through(twin.frontEnds().getLast());
            assertEquals(comparable(json), comparable(ModelTwin.streamed(other, question)));
        }
    }

    @Test
    void below_the_gate_no_model_is_asked() throws Exception {
        writes("say| It melts.\nquote 1| " + FEE);
        var message = twin.member(twin.frontEnds().getFirst()).ask("What is the boiling point of tungsten?");
        assertEquals("not_in_documents", message.get("status").textValue());
        assertEquals(
                "no passage comes near enough to the question",
                message.get("reason").textValue());
        assertFalse(message.get("passages").isEmpty());
        PROVIDER.verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("too many", status(429).withHeader("retry-after", "60"), 503, "model-unavailable", "60"),
                Arguments.of("unpaid", error(429, "insufficient_quota"), 503, "model-quota", "600"),
                Arguments.of("bad key", status(401), 503, "model-key", "600"),
                Arguments.of("without the model", status(404), 503, "model-unknown", "600"),
                Arguments.of("a gateway without it", error(400, "model_not_found"), 503, "model-unknown", "600"),
                Arguments.of("broken", status(500), 503, "model-unavailable", "10"),
                Arguments.of("refused", error(400, "content_filter"), 422, "content-refused", null),
                Arguments.of("too long for ever", error(400, "context_length_exceeded"), 422, "invalid", null),
                Arguments.of("hangs up", aResponse().withFault(Fault.EMPTY_RESPONSE), 503, "model-unavailable", "10"),
                Arguments.of("no JSON", aResponse().withBody("data: {\n\n"), 503, "model-unavailable", "10"),
                Arguments.of(
                        "cut", aResponse().withBody("data: {\"choices\": []}\n\n"), 503, "model-unavailable", "10"));
    }

    private static ResponseDefinitionBuilder status(int status) {
        return error(status, "x");
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"error\": {\"code\": \"" + code + "\", \"message\": \"" + ChatProvider.KEY + "\"}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void what_was_found_comes_along_when_a_provider_is(
            String what, ResponseDefinitionBuilder answer, int status, String kind, String retry) throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(answer));
        var client = twin.member(twin.frontEnds().getFirst());
        var chat = client.chat();

        var reply = ModelTwin.ask(client, chat, Map.of("message", QUESTION), "application/json");

        ApiContract.assertProblem(status, kind, reply);
        assertEquals(retry, reply.header("retry-after").orElse(null));
        var passage = reply.json().get("passages").get(0);
        assertTrue(passage.get("text").textValue().contains(FEE), what);
        assertFalse(reply.text().contains(ChatProvider.KEY));
        var kept =
                client.get("/chats/" + chat + "/messages").json().get("items").get(1);
        assertEquals("failed", kept.get("status").textValue());
        assertEquals(passage, kept.get("passages").get(0));

        var stream = ModelTwin.ask(client, chat, Map.of("message", QUESTION), "text/event-stream");
        var error = Client.events(stream.text()).getLast();
        assertEquals("error", error.getKey());
        assertEquals(reply.json(), error.getValue());
        assertEquals(List.of("failed", "failed"), ModelTwin.turns(client, chat));
    }
}
