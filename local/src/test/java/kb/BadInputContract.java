package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of JSON, questions and ids that are wrong: a typed problem that says what to do, nothing stored, and a service that goes on. */
public interface BadInputContract extends Contract {
    Map<String, String> JSON = Map.of("content-type", "application/json");

    @AfterEach
    default void the_service_still_answers() throws Exception {
        assertEquals(200, as("user").get("/documents").status());
    }

    @Test
    default void json_that_is_none_is_refused() throws Exception {
        var reader = as("user");
        for (var body : List.of(
                "",
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"query\": \"a\"} {}",
                "{\"query\": \"a\", \"query\": \"b\"}",
                "[".repeat(100_000),
                "\u0000")) {
            assertProblem(
                    400, "malformed", reader.send("POST", "/search", JSON, body.getBytes(StandardCharsets.UTF_8)));
        }
        assertProblem(
                415,
                "unsupported-media-type",
                reader.send(
                        "POST",
                        "/search",
                        Map.of("content-type", "text/plain"),
                        "{\"query\": \"a\"}".getBytes(StandardCharsets.UTF_8)));
        assertProblem(
                413,
                "too-large",
                reader.send(
                        "POST",
                        "/search",
                        JSON,
                        ("{\"query\": \"" + "a".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    default void every_mistake_in_a_body_is_reported_at_once() throws Exception {
        var refused = as("user").send("POST", "/search", JSON, """
                {"query": " ", "limit": 0, "colour": "red", "filters": {"document_ids": ["x"], "shape": 1}}""".getBytes(StandardCharsets.UTF_8));
        assertProblem(422, "invalid", refused);
        assertEquals(
                List.of("query", "limit", "filters.document_ids", "filters.shape", "colour"),
                refused.json().get("violations").findValuesAsText("field"));
    }

    @Test
    default void wrong_types_are_named_field_by_field() throws Exception {
        var reader = as("user");
        var bodies = Map.of(
                "{\"query\": 1}", "query",
                "{\"query\": null}", "query",
                "{\"query\": [\"a\"]}", "query",
                "{\"query\": \"a\", \"limit\": \"3\"}", "limit",
                "{\"query\": \"a\", \"limit\": 1.5}", "limit",
                "{\"query\": \"a\", \"limit\": 99999999999}", "limit",
                "{\"query\": \"a\", \"filters\": []}", "filters",
                "{\"query\": \"a\", \"filters\": {\"document_ids\": \"x\"}}", "filters.document_ids",
                "{\"query\": \"half \\ud800\"}", "query");
        for (var body : bodies.entrySet()) {
            var refused = reader.send("POST", "/search", JSON, body.getKey().getBytes(StandardCharsets.UTF_8));
            assertProblem(422, "invalid", refused);
            assertEquals(
                    body.getValue(),
                    refused.json().get("violations").get(0).get("field").textValue(),
                    body.getKey());
        }
    }

    @Test
    default void a_title_that_is_none_makes_and_changes_no_chat() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        for (var body : List.of(
                "{\"title\": 1}",
                "{\"title\": \" \"}",
                "{\"title\": \"" + "x".repeat(201) + "\"}",
                "{\"name\": \"x\"}")) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            assertProblem(422, "invalid", reader.send("POST", "/chats", JSON, bytes));
            assertProblem(422, "invalid", reader.send("PATCH", "/chats/" + chat, JSON, bytes));
        }
        assertProblem(400, "malformed", reader.send("POST", "/chats", JSON, new byte[] {'['}));
        assertEquals(List.of(chat), ApiContract.ids(reader.get("/chats"), "chat_id"));
        assertEquals(true, reader.get("/chats/" + chat).json().get("title").isNull());
    }

    @Test
    default void a_query_that_is_none_is_refused() throws Exception {
        var reader = as("user");
        for (var query : List.of("", " \n", "a".repeat(100_000))) {
            assertProblem(422, "invalid", reader.sendJson("POST", "/search", Map.of("query", query)));
        }
        assertEquals(
                200,
                reader.sendJson("POST", "/search", Map.of("query", "a".repeat(10_000)))
                        .status());
    }

    @Test
    default void questions_that_are_none_are_refused_and_leave_no_message() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        for (var message : List.of("", "   ", "a".repeat(100_000), "a".repeat(10_001))) {
            assertProblem(
                    422,
                    "invalid",
                    reader.sendJson("POST", "/chats/" + chat + "/messages", Map.of("message", message)));
        }
        assertProblem(422, "invalid", reader.sendJson("POST", "/chats/" + chat + "/messages", Map.of()));
        assertProblem(
                404, "not-found", reader.sendJson("POST", "/chats/not-an-id/messages", Map.of("message", "Who?")));
        assertEquals(0, reader.get("/chats/" + chat).json().get("message_count").intValue());
        assertEquals(
                "not_in_documents",
                reader.ask(chat, "a".repeat(10_000)).get("status").textValue());
        assertEquals("not_in_documents", reader.ask(chat, "?!").get("status").textValue());
    }

    @Test
    default void a_limit_counts_characters_and_not_what_a_computer_needs_for_them() throws Exception {
        var writer = as("manager");
        var chat = writer.chat();
        var messages = "/chats/" + chat + "/messages";
        var answer = writer.ask(chat, "🦉".repeat(10_000));
        assertProblem(422, "invalid", writer.sendJson("POST", messages, Map.of("message", "🦉".repeat(10_001))));
        var rating = messages + "/" + answer.get("message_id").textValue() + "/feedback";
        for (var longest : List.of(
                new Longest("PATCH", "/chats/" + chat, "title", 200),
                new Longest("POST", "/search", "query", 10_000),
                new Longest("PUT", rating, "comment", 2_000))) {
            assertEquals(200, longest.sent(writer, 0).status());
            assertProblem(422, "invalid", longest.sent(writer, 1));
        }
        var title = writer.get("/chats/" + chat).json().get("title").textValue();
        assertEquals("🦉".repeat(200), title);
        assertEquals(
                "🦉".repeat(79) + "…",
                writer.get("/chats/" + asked(writer, 81)).json().get("title").textValue());
        assertEquals(
                "🦉".repeat(80),
                writer.get("/chats/" + asked(writer, 80)).json().get("title").textValue());
        var name = "🦉".repeat(251) + ".pdf";
        var id = writer.uploaded(name, Pdfs.of(ApiContract.GUIDE));
        assertEquals(name, writer.get("/documents/" + id).json().get("filename").textValue());
    }

    private static String asked(Client client, int owls) throws Exception {
        var chat = client.chat();
        client.ask(chat, "🦉".repeat(owls));
        return chat;
    }

    /** A field and how many characters it takes. */
    record Longest(String method, String path, String field, int characters) {
        FrontEnd.Reply sent(Client client, int more) throws Exception {
            var text = "🦉".repeat(characters + more);
            return client.sendJson(
                    method, path, field.equals("comment") ? Map.of("rating", "up", field, text) : Map.of(field, text));
        }
    }

    @Test
    default void an_id_nobody_has_and_a_text_that_is_no_id_are_answered_alike() throws Exception {
        var reader = as("user");
        for (var id : List.of("00000000-0000-7000-8000-000000000000", "1-1-1-1-1", "..%2F..", "x".repeat(3_000))) {
            for (var path : List.of("/documents/" + id, "/documents/" + id + "/content", "/chats/" + id)) {
                assertProblem(404, "not-found", reader.get(path));
            }
        }
    }
}
