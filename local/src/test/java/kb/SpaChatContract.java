package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The screen "SFX Bot" of the replaced service's browser app: new chat, send, rename, switch, delete. */
public interface SpaChatContract extends Contract {
    String SESSION = """
            "session_id": "uuid", "user_id": "=wren", "title": "text", "created_at": "time", "updated_at": "time",
            "message_count": "int", "metadata": {}""";

    @Test
    default void a_chat_is_begun_asked_renamed_switched_and_deleted() throws Exception {
        var writer = as("manager");
        writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var app = new SpaClient(writer);
        var begun = app.send("POST", "/chat/session/new", Map.of());
        Shape.of("""
                {"success": true, "session_id": "uuid", "created_at": "time", "message": "text",
                 "session": {"title": "=New Chat", "created_at": "time"}}""").fits(begun);
        var id = begun.get("session_id").textValue();

        var question = "How much does a lost card cost?";
        var options = Map.of("include_context", true);
        var answer =
                app.send("POST", "/chat/message", Map.of("session_id", id, "message", question, "options", options));
        Shape.of("""
                {"success": true, "message_id": "uuid", "session_id": "=%s", "role": "=assistant", "content": "text",
                 "sources": [{"doc_id": "uuid", "file_name": "=guide.pdf", "page": 1, "quote": "text",
                   "boxes": [{"page": 1, "l": "number", "t": "number", "r": "number", "b": "number"}]}],
                 "metadata": {"tokens_used": 0, "chunks_retrieved": "int", "chunks_used": 1, "search_query": "=%s"},
                 "timestamp": "time"}""".formatted(id, question)).fits(answer);
        assertTrue(answer.get("content")
                .textValue()
                .startsWith("The fee for a lost card is four euros and fifty cents. [1]"));

        Shape.of("{\"success\": true, \"session_id\": \"uuid\", \"total_tokens\": 0, \"total_cost_usd\": \"number\","
                        + " \"last_update\": \"time\"}")
                .fits(app.get("/chat/session/" + id + "/tokens"));
        Shape.of("{\"success\": true, \"user_id\": \"=wren\", \"total_tokens\": 0, \"total_cost_usd\": \"number\","
                        + " \"session_count\": 1}")
                .fits(app.get("/chat/user/tokens"));
        Shape.of("{\"success\": true, \"sessions\": [{" + SESSION + "}], \"total\": 1, \"limit\": 20, \"offset\": 0,"
                        + " \"has_more\": false}")
                .fits(app.get("/chat/sessions"));
        Shape.of("{\"success\": true, \"message\": \"text\", \"title\": \"=Lost cards\"}")
                .fits(app.send("PATCH", "/chat/session/" + id + "/title", Map.of("title", " Lost cards ")));
        Shape.of("{\"success\": true, " + SESSION + "}").fits(app.get("/chat/session/" + id));
        var history = app.get("/chat/session/" + id + "/history");
        Shape.of("""
                {"success": true, "session_id": "uuid", "session": {%s}, "total_messages": 2, "messages": [
                  {"message_id": "uuid", "session_id": "uuid", "role": "text", "content": "text", "timestamp": "time",
                   "sources": ["anything"], "metadata": {}}]}""".formatted(SESSION)).fits(history);
        assertEquals("Lost cards", history.at("/session/title").textValue());
        assertEquals(List.of("user", "assistant"), history.get("messages").findValuesAsText("role"));
        assertEquals(answer.get("content"), history.at("/messages/1/content"));
        assertEquals(
                1,
                app.get("/chat/session/" + id + "/history?limit=1")
                        .get("messages")
                        .size());

        Shape.of("{\"success\": true, \"message\": \"text\"}")
                .fits(SpaClient.ok(writer.send("DELETE", "/chat/session/" + id)));
        for (var path : List.of("", "/history", "/tokens"))
            assertEquals(404, writer.get("/chat/session/" + id + path).status());
        Shape.of("{\"success\": true, \"quota_enabled\": false, \"message\": \"text\"}")
                .fits(app.get("/chat/quota"));
    }

    @Test
    default void a_chat_may_begin_with_its_first_message_and_some_documents() throws Exception {
        var writer = as("manager");
        var guide = writer.uploaded("guide.pdf", Pdfs.of(ApiContract.GUIDE));
        var tea = writer.uploaded("tea.pdf", Pdfs.of("Green tea is brewed at eighty degrees for two minutes."));
        var app = new SpaClient(writer);
        var question = "How much does a lost card cost?";
        var id = app.send("POST", "/chat/session/new", Map.of("title", "Fees", "initial_message", question))
                .get("session_id")
                .textValue();
        assertEquals(2, app.get("/chat/session/" + id).get("message_count").intValue());
        for (var wanted : Map.of(guide, 1, tea, 0).entrySet()) {
            var options = Map.of("document_filter", List.of(wanted.getKey()));
            var body = Map.of("session_id", id, "message", question, "options", options);
            assertEquals(
                    wanted.getValue(),
                    app.send("POST", "/chat/message", body).get("sources").size());
        }
    }

    @Test
    default void the_chat_that_was_last_asked_in_comes_first() throws Exception {
        var app = new SpaClient(as("user"));
        var older = app.send("POST", "/chat/session/new", Map.of())
                .get("session_id")
                .textValue();
        var newer = app.send("POST", "/chat/session/new", Map.of())
                .get("session_id")
                .textValue();
        app.send("POST", "/chat/message", Map.of("session_id", older, "message", "Is anybody there?"));
        var listed = app.get("/chat/sessions?limit=1");
        assertEquals(List.of(older), listed.get("sessions").findValuesAsText("session_id"));
        assertTrue(listed.get("has_more").booleanValue());
        var rest = app.get("/chat/sessions?offset=1");
        assertEquals(List.of(newer), rest.get("sessions").findValuesAsText("session_id"));
        var stranger = new SpaClient(app.client().named("robin"));
        assertEquals(0, stranger.get("/chat/sessions").get("total").intValue());
    }

    /** The replaced service said of some requests that the chat is somebody else's, and so that there is such a chat. */
    @Test
    default void another_persons_chat_is_one_that_nobody_has_and_stays_as_it_is() throws Exception {
        var app = new SpaClient(as("user"));
        var mine = app.send("POST", "/chat/session/new", Map.of("title", "Mine"))
                .get("session_id")
                .textValue();
        var nobodys = "00000000-0000-7000-8000-000000000000";
        for (var stranger :
                List.of(app.client().named("robin"), app.client().named("robin").in("admin"), as("user"))) {
            assertEquals(refusals(stranger, nobodys), refusals(stranger, mine));
        }
        assertEquals("Mine", app.get("/chat/session/" + mine).get("title").textValue());
    }

    private static List<String> refusals(Client client, String id) throws Exception {
        var session = "/chat/session/" + id;
        var refusals = new ArrayList<String>();
        for (var reply : List.of(
                client.sendJson("POST", "/chat/message", Map.of("session_id", id, "message", "Mine?")),
                client.sendJson("PATCH", session + "/title", Map.of("title", "Theirs")),
                client.get(session + "/tokens"),
                client.get(session),
                client.get(session + "/history"),
                client.send("DELETE", session))) {
            assertEquals(404, reply.status(), reply::text);
            Shape.of("{\"detail\": \"text\", \"error\": \"text\"}").fits(reply.json());
            refusals.add(reply.text().replace(id, "ID"));
        }
        return refusals;
    }
}
