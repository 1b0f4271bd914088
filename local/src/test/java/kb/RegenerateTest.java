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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Response;
import kb.llm.ChatProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The last answer, made anew by a chat model. */
class RegenerateTest {
    @RegisterExtension
    static final ChatProvider PROVIDER = new ChatProvider();

    private ModelTwin twin;
    private Client member;
    private String chat;
    private JsonNode first;

    @BeforeEach
    void ask(@TempDir Path folder) throws Exception {
        twin = new ModelTwin(folder, PROVIDER, Map.of("MODEL_PRICES", "m=1/2"));
        member = twin.member(twin.frontEnds().getFirst());
        writes("A lost card costs four euros and fifty cents.");
        chat = member.chat();
        first = member.ask(chat, QUESTION);
    }

    @AfterEach
    void stop() throws Exception {
        twin.close();
    }

    private static void writes(String sentence) {
        PROVIDER.stubFor(post(PATH).willReturn(streamed("say| " + sentence + "\nquote 1| ", FEE)));
    }

    private String path() {
        return "/chats/" + chat + "/messages/" + first.get("message_id").textValue() + "/regenerate";
    }

    private JsonNode kept() throws Exception {
        return member.get("/chats/" + chat + "/messages").json().get("items");
    }

    @Test
    void the_model_is_asked_again_and_never_told_of_its_earlier_answer() throws Exception {
        writes("The fee for a lost card is four euros and fifty cents.");

        var again = member.send("POST", path()).json();

        assertEquals(
                "The fee for a lost card is four euros and fifty cents. [1]",
                again.get("content").textValue());
        assertEquals(again, kept().get(1));
        var asked = PROVIDER.findAll(postRequestedFor(urlEqualTo(PATH)));
        assertEquals(2, asked.size());
        assertEquals(asked.getFirst().getBodyAsString(), asked.getLast().getBodyAsString());
        var usage = member.get("/usage").json();
        assertEquals(2, usage.get("calls").intValue());
        assertEquals(0.00028, usage.get("cost_usd").doubleValue());
    }

    @Test
    void when_the_model_fails_the_earlier_answer_stays() throws Exception {
        PROVIDER.stubFor(post(PATH).willReturn(aResponse().withStatus(401)));
        var failed = member.send("POST", path());
        ApiContract.assertProblem(503, "model-key", failed);
        assertFalse(failed.json().get("passages").isEmpty());
        assertEquals(first, kept().get(1));
        assertEquals(2, kept().size());
    }

    @Test
    void when_its_asker_goes_away_the_earlier_answer_stays() throws Exception {
        var stream = assertInstanceOf(Body.Events.class, streaming().body()).stream();
        stream.sendTo(_ -> {
            throw new Body.CallerGone(new IOException("hung up"));
        });
        assertEquals(List.of("answered"), ModelTwin.turns(member, chat));
        assertEquals(first, kept().get(1));
        assertEquals(200, member.send("POST", path()).status());
    }

    @Test
    void meanwhile_the_chat_takes_no_question_and_no_other_attempt() throws Exception {
        var stream = assertInstanceOf(Body.Events.class, streaming().body()).stream();
        ApiContract.assertProblem(409, "turn-in-progress", member.send("POST", path()));
        var question = ModelTwin.ask(member, chat, Map.of("message", QUESTION), "application/json");
        ApiContract.assertProblem(409, "turn-in-progress", question);
        stream.sendTo(_ -> {});
        assertEquals(
                200,
                ModelTwin.ask(member, chat, Map.of("message", QUESTION), "application/json")
                        .status());
        ApiContract.assertProblem(404, "not-found", member.send("POST", path()));
    }

    /** A stream that nobody has begun to read. */
    private Response streaming() {
        var headers = Map.of("authorization", "Bearer " + member.token(), "accept", "text/event-stream");
        return twin.router().handle(new Request("POST", path(), "", Headers.of(headers), Bytes.NONE));
    }
}
