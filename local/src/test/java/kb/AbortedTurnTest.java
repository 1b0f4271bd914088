package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.lambda.HttpEntry;
import org.junit.jupiter.api.Test;

/** Somebody asks, and is gone before the answer is told. */
class AbortedTurnTest {
    private final TestTwin twin = TestTwin.shared();
    private final Client asker = new Client(
            new LambdaEvents(new HttpEntry(twin.app().router())), twin, "tenant-" + twin.next(), "wren", "manager");

    @Test
    void the_question_is_kept_and_its_answer_is_aborted() throws Exception {
        asker.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = asker.chat();
        assertEquals(List.of("status", "sources"), told(chat, 2));
        assertEquals(List.of("user ", "assistant aborted"), turns(chat));
        assertEquals(
                "answered",
                asker.ask(chat, "How much is a lost card?").get("status").textValue());
    }

    @Test
    void an_answer_that_was_told_but_for_its_end_is_kept() throws Exception {
        asker.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = asker.chat();
        assertEquals(List.of("status", "sources", "status", "text", "citation"), told(chat, 5));
        assertEquals(List.of("user ", "assistant answered"), turns(chat));
    }

    /** The events that were heard by somebody who went away after so many. */
    private List<String> told(String chat, int most) throws IOException {
        var headers = Map.of(
                "authorization", "Bearer " + asker.token(),
                "content-type", "application/json",
                "accept", "text/event-stream");
        var body = Bytes.of(Client.json(Map.of("message", "How much does a lost card cost?")));
        var request = new Request("POST", "/chats/" + chat + "/messages", "", Headers.of(headers), body);
        var stream = assertInstanceOf(
                Body.Events.class, twin.app().router().handle(request).body());
        var heard = new ArrayList<String>();
        stream.stream().sendTo(event -> {
            if (heard.size() == most) throw new Body.CallerGone(new IOException("hung up"));
            heard.add(event.name());
        });
        return heard;
    }

    private List<String> turns(String chat) throws Exception {
        var turns = new ArrayList<String>();
        for (var message : asker.get("/chats/" + chat + "/messages").json().get("items")) {
            turns.add(message.get("role").textValue() + " "
                    + message.get("status").asText("").replace("null", ""));
        }
        return turns;
    }
}
