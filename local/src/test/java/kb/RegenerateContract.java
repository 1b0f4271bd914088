package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The last answer of a chat, made anew. */
public interface RegenerateContract extends Contract {
    String FEE = "How much does a lost card cost?";
    String OPENING = "When does the library open on Saturdays?";

    private static String path(String chat, JsonNode answer) {
        return path(chat, answer.get("message_id").textValue());
    }

    private static String path(String chat, String message) {
        return "/chats/" + chat + "/messages/" + message + "/regenerate";
    }

    private static JsonNode messages(Client client, String chat) throws Exception {
        return client.get("/chats/" + chat + "/messages").json().get("items");
    }

    @Test
    default void another_answer_takes_the_place_of_the_last_one() throws Exception {
        var writer = as("manager");
        var chat = writer.chat();
        writer.ask(chat, OPENING);
        var before = writer.ask(chat, FEE);
        assertEquals("not_in_documents", before.get("status").textValue());
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));

        var reply = writer.send("POST", path(chat, before));

        assertEquals(200, reply.status(), reply::text);
        var after = reply.json();
        assertEquals("answered", after.get("status").textValue(), after::toString);
        assertTrue(after.get("content").textValue().contains("four euros"));
        assertNotEquals(before.get("message_id"), after.get("message_id"));
        var kept = messages(writer, chat);
        assertEquals(4, kept.size());
        assertEquals(FEE, kept.get(2).get("content").textValue());
        assertEquals(after, kept.get(3));
        assertEquals(4, writer.get("/chats/" + chat).json().get("message_count").intValue());
        assertFalse(writer.get("/chats/" + chat + "/export?format=json")
                .text()
                .contains(before.get("message_id").textValue()));
    }

    @Test
    default void it_is_asked_as_it_was_asked() throws Exception {
        var writer = as("manager");
        var guide = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        writer.uploaded("tea.pdf", Pdfs.of("A lost card costs a cup of green tea."));
        var chat = writer.chat();
        var filters = Map.of("document_ids", List.of(guide), "page", Map.of("to", 3), "uploaded_after", "2020-01-01");
        var question = Map.of("message", FEE, "filters", filters, "strict", true);
        var first = writer.sendJson("POST", "/chats/" + chat + "/messages", question);
        assertEquals(200, first.status(), first::text);
        var again = writer.send("POST", path(chat, first.json()));
        assertEquals(comparable(first.json()), comparable(again.json()));
        assertFalse(again.text().contains("tea"), again::text);
    }

    private static JsonNode comparable(JsonNode message) {
        return ((ObjectNode) message.deepCopy()).without(List.of("message_id", "created_at"));
    }

    @Test
    default void a_follow_up_question_leans_on_what_was_before_it_and_not_on_its_earlier_answer() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        writer.ask(chat, "When does the library open on Saturdays?");
        var first = writer.ask(chat, "And on Mondays?");
        assertEquals(
                "When does the library open on Mondays?", first.get("query").textValue());
        var again = writer.send("POST", path(chat, first)).json();
        assertEquals(first.get("query"), again.get("query"));
        assertEquals(first.get("content"), again.get("content"));
    }

    @Test
    default void a_stream_tells_the_answer_made_anew_as_json_does() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        var first = writer.ask(chat, FEE);
        var accept = Map.of("accept", "text/event-stream");
        var reply = writer.send("POST", path(chat, first), accept, new byte[0]);
        assertEquals("text/event-stream", reply.header("content-type").orElseThrow());
        var events = Client.events(reply.text());
        assertEquals(
                List.of("status", "sources", "status", "text", "citation", "done"),
                events.stream().map(Map.Entry::getKey).toList());
        var done = events.getLast().getValue();
        assertEquals(comparable(first), comparable(done));
        assertEquals(done, messages(writer, chat).get(1));
    }

    @Test
    default void only_the_last_answer_of_ones_own_chat_is_made_anew() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var first = reader.ask(chat, FEE);
        var last = reader.ask(chat, OPENING);
        var refused = reader.send("POST", path(chat, first));
        assertProblem(409, "not-last-answer", refused);
        assertTrue(refused.json().get("detail").textValue().contains("ask its question again"));
        var asked = messages(reader, chat).get(2);
        for (var nobody : List.of(asked.get("message_id").textValue(), chat, "last")) {
            assertProblem(404, "not-found", reader.send("POST", path(chat, nobody)));
        }
        for (var other : List.of(reader.named("robin"), as("user"))) {
            assertProblem(404, "not-found", other.send("POST", path(chat, last)));
            assertProblem(404, "not-found", other.send("POST", path(other.chat(), last)));
        }
        assertEquals(last, messages(reader, chat).get(3));
        assertEquals(
                200, reader.ask(chat, FEE, "afterwards", "application/json").status());
    }

    @Test
    default void it_takes_no_field_and_refuses_what_it_does_not_know_before_anything_is_done() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var first = reader.ask(chat, FEE);
        var refused = reader.sendJson("POST", path(chat, first), Map.of("strict", true));
        assertProblem(422, "invalid", refused);
        assertEquals(
                "[{\"field\":\"strict\",\"message\":\"is not known here\"}]",
                refused.json().get("violations").toString());
        var json = Map.of("content-type", "application/json");
        assertProblem(400, "malformed", reader.send("POST", path(chat, first), json, new byte[] {'[', ']'}));
        assertProblem(
                415,
                "unsupported-media-type",
                reader.send("POST", path(chat, first), Map.of("content-type", "text/plain"), new byte[] {'x'}));
        assertEquals(first, messages(reader, chat).get(1));
        assertEquals(200, reader.sendJson("POST", path(chat, first), Map.of()).status());
    }

    @Test
    default void what_was_said_of_the_earlier_answer_goes_with_it() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var first = reader.ask(chat, FEE);
        var rating = "/chats/" + chat + "/messages/" + first.get("message_id").textValue() + "/feedback";
        assertEquals(
                200, reader.sendJson("PUT", rating, Map.of("rating", "down")).status());
        var again = reader.send("POST", path(chat, first)).json();
        assertTrue(again.get("feedback").isNull());
        assertEquals(again, messages(reader, chat).get(1));
        assertProblem(404, "not-found", reader.sendJson("PUT", rating, Map.of("rating", "up")));
        assertProblem(404, "not-found", reader.send("POST", path(chat, first)));
    }

    @Test
    default void under_a_key_it_is_made_anew_once() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var first = reader.ask(chat, FEE);
        var keyed = Map.of("idempotency-key", "again");
        var made = reader.send("POST", path(chat, first), keyed, new byte[0]);
        var told = reader.send("POST", path(chat, first), keyed, new byte[0]);
        assertEquals(200, told.status(), told::text);
        assertEquals(made.json(), told.json());
        assertEquals(made.json(), messages(reader, chat).get(1));
    }

    @Test
    default void an_answer_made_anew_is_erased_with_its_document() throws Exception {
        var admin = as("admin");
        var guide = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = admin.chat();
        admin.send("POST", path(chat, admin.ask(chat, FEE)));
        var receipt = admin.send("DELETE", "/documents/" + guide).json();
        assertEquals(1, receipt.get("erased").get("quotes").intValue(), receipt::toString);
        assertEquals(0, receipt.get("left").get("quotes").intValue());
        var kept = messages(admin, chat);
        assertFalse(kept.toString().contains("four euros"), kept::toString);
    }
}
