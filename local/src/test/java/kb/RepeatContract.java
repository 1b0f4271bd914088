package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request that is sent again with its idempotency-key is answered again and done once. */
public interface RepeatContract extends Contract {
    String FEE = "How much does a lost card cost?";
    String AS_JSON = "application/json";
    String AS_EVENTS = "text/event-stream";

    @Test
    default void the_same_question_under_the_same_key_is_asked_once() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        var first = writer.ask(chat, FEE, "one", AS_JSON);
        assertEquals("answered", first.json().get("status").textValue(), first::text);
        var again = writer.ask(chat, FEE, "one", AS_JSON);
        assertEquals(200, again.status(), again::text);
        assertEquals(first.header("content-type"), again.header("content-type"));
        assertEquals(first.json(), again.json());
        assertEquals(2, messages(writer, chat).size());
        assertEquals(2, writer.get("/chats/" + chat).json().get("message_count").intValue());
    }

    @Test
    default void another_key_or_none_asks_again() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var first = reader.ask(chat, FEE, "one", AS_JSON).json().get("message_id");
        assertNotEquals(first, reader.ask(chat, FEE, "two", AS_JSON).json().get("message_id"));
        assertNotEquals(first, reader.ask(chat, FEE).get("message_id"));
        assertEquals(6, messages(reader, chat).size());
    }

    @Test
    default void a_key_belongs_to_its_request() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        assertEquals(200, reader.ask(chat, FEE, "one", AS_JSON).status());
        assertProblem(422, "idempotency-key-reused", reader.ask(chat, "When does it open?", "one", AS_JSON));
        assertProblem(422, "idempotency-key-reused", reader.ask(reader.chat(), FEE, "one", AS_JSON));
        assertProblem(422, "idempotency-key-reused", reader.ask(chat, "", "one", AS_JSON));
        assertEquals(2, messages(reader, chat).size());
    }

    @Test
    default void nobody_meets_the_keys_of_others() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        assertEquals(200, reader.ask(chat, FEE, "one", AS_JSON).status());
        for (var other : List.of(reader.named("robin"), as("user"))) {
            assertProblem(404, "not-found", other.ask(chat, FEE, "one", AS_JSON));
            var theirs = other.chat();
            assertEquals(
                    200, other.ask(theirs, "When does it open?", "one", AS_JSON).status());
            assertEquals(2, messages(other, theirs).size());
        }
        assertEquals(200, reader.ask(chat, FEE, "one", AS_JSON).status());
        assertEquals(2, messages(reader, chat).size());
    }

    @Test
    default void a_key_has_1_to_255_visible_ascii_characters() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        for (var key : List.of("", "k".repeat(256), "two words")) {
            var refused = reader.ask(chat, FEE, key, AS_JSON);
            assertProblem(422, "invalid", refused);
            var violation = refused.json().get("violations").get(0);
            assertEquals("idempotency-key", violation.get("field").textValue());
            assertTrue(violation.get("message").textValue().contains("1 to 255 visible ASCII"));
        }
        assertEquals(0, messages(reader, chat).size());
        for (var key : List.of("~", "k".repeat(255), "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")) {
            assertEquals(200, reader.ask(chat, FEE, key, AS_JSON).status());
            assertEquals(200, reader.ask(chat, FEE, key, AS_JSON).status());
        }
        assertEquals(6, messages(reader, chat).size());
    }

    @Test
    default void what_was_refused_leaves_its_key_free() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        for (var accept : List.of(AS_JSON, AS_EVENTS)) {
            assertProblem(422, "invalid", reader.ask(chat, " ", accept, accept));
            assertProblem(404, "not-found", reader.ask(chat.replaceAll(".$", "x"), FEE, accept, accept));
            assertEquals(200, reader.ask(chat, FEE, accept, accept).status());
        }
        assertEquals(4, messages(reader, chat).size());
    }

    @Test
    default void a_stream_is_told_again_as_the_same_events() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = writer.chat();
        var question = "When does the library open and when do the doors close?";
        var first = Client.events(writer.ask(chat, question, "one", AS_EVENTS).text());
        var reply = writer.ask(chat, question, "one", AS_EVENTS);
        assertEquals(AS_EVENTS, reply.header("content-type").orElseThrow());
        var again = Client.events(reply.text());
        assertEquals(
                first.stream().map(Map.Entry::getKey).toList(),
                again.stream().map(Map.Entry::getKey).toList());
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).getKey().equals("sources")) assertEquals(first.get(i), again.get(i));
        }
        assertEquals(
                first.getLast().getValue(),
                writer.ask(chat, question, "one", AS_JSON).json());
        assertEquals(2, messages(writer, chat).size());
    }

    @Test
    default void what_was_erased_is_not_told_again() throws Exception {
        var admin = as("admin");
        var guide = admin.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var chat = admin.chat();
        var tungsten = "What is the boiling point of tungsten?";
        assertTrue(admin.ask(chat, FEE, "one", AS_JSON).text().contains("four euros"));
        assertTrue(admin.ask(chat, tungsten, "two", AS_EVENTS).text().contains("library"));
        assertEquals(200, admin.send("DELETE", "/documents/" + guide).status());

        for (var accept : List.of(AS_JSON, AS_EVENTS)) {
            var again = admin.ask(chat, FEE, "one", accept);
            assertEquals(200, again.status(), again::text);
            assertTrue(again.text().contains("(erased) [1]"), again::text);
            for (var reply : List.of(again, admin.ask(chat, tungsten, "two", accept))) {
                for (var text : List.of("four euros", "guide.pdf", "library"))
                    assertFalse(reply.text().toLowerCase().contains(text), reply::text);
            }
        }
        assertEquals(4, messages(admin, chat).size());
    }

    @Test
    default void an_answer_in_a_deleted_chat_is_gone() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        assertEquals(200, reader.ask(chat, FEE, "one", AS_JSON).status());
        assertEquals(204, reader.send("DELETE", "/chats/" + chat).status());
        assertProblem(404, "not-found", reader.ask(chat, FEE, "one", AS_JSON));
        assertProblem(404, "not-found", reader.ask(chat, FEE, "one", AS_EVENTS));
    }

    private static JsonNode messages(Client client, String chat) throws Exception {
        return client.get("/chats/" + chat + "/messages").json().get("items");
    }
}
