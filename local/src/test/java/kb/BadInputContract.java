package kb;

import static kb.ApiContract.assertProblem;
import static kb.ApiContract.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of input that is wrong: a typed problem that says what to do, nothing stored, and a service that goes on. */
public interface BadInputContract {
    Map<String, String> PDF = Map.of("content-type", "application/pdf");
    Map<String, String> JSON = Map.of("content-type", "application/json");

    FrontEnd frontEnd();

    Client as(String role);

    @AfterEach
    default void the_service_still_answers() throws Exception {
        assertEquals(200, as("user").get("/documents").status());
    }

    @Test
    default void what_is_no_pdf_is_refused_and_not_stored() throws Exception {
        var writer = as("manager");
        assertProblem(422, "not-a-pdf", writer.upload("letter.pdf", "Dear reader".getBytes(StandardCharsets.UTF_8)));
        assertProblem(422, "empty-file", writer.upload("empty.pdf", new byte[0]));
        assertProblem(422, "empty-file", writer.send("POST", "/documents?filename=empty.pdf", PDF, new byte[0]));
        assertProblem(
                415,
                "unsupported-media-type",
                writer.send("POST", "/documents", Map.of("content-type", "text/plain"), Pdfs.of("Hi")));
        assertProblem(415, "unsupported-media-type", writer.send("POST", "/documents", Map.of(), Pdfs.of("Hi")));
        assertProblem(422, "invalid", writer.upload("document", "guide.pdf", Pdfs.of("Hi")));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));
    }

    @Test
    default void a_form_that_is_none_is_refused() throws Exception {
        var writer = as("manager");
        var body = Client.form("file", "guide.pdf", Pdfs.of("Hi"));
        assertProblem(
                400,
                "malformed",
                writer.send("POST", "/documents", Map.of("content-type", "multipart/form-data"), body));
        var wrong = Map.of("content-type", "multipart/form-data; boundary=another");
        assertProblem(400, "malformed", writer.send("POST", "/documents", wrong, body));
        var cut = java.util.Arrays.copyOf(body, body.length / 2);
        var right = Map.of("content-type", "multipart/form-data; boundary=a-boundary-no-pdf-holds");
        assertProblem(400, "malformed", writer.send("POST", "/documents", right, cut));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));
    }

    @Test
    default void a_pdf_over_the_limit_is_refused_and_one_at_the_limit_is_not() throws Exception {
        var writer = as("manager");
        var small = Pdfs.of("A small document.");
        var largest = java.util.Arrays.copyOf(small, 10_000_000);
        assertProblem(413, "too-large", writer.upload("large.pdf", java.util.Arrays.copyOf(small, 11_000_000)));
        assertProblem(413, "too-large", writer.upload("large.pdf", java.util.Arrays.copyOf(small, 10_000_001)));
        assertProblem(
                413,
                "too-large",
                writer.send("POST", "/documents?filename=a.pdf", PDF, java.util.Arrays.copyOf(small, 10_000_001)));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));
        assertEquals(202, writer.upload("largest.pdf", largest).status());
    }

    @Test
    default void names_that_are_none_are_refused_and_odd_ones_are_kept() throws Exception {
        var writer = as("manager");
        for (var name : List.of("../../etc/passwd.pdf", "a\\b.pdf", "x".repeat(5_000), "..", "gnp.\u202Eexe.pdf")) {
            var refused = writer.send("POST", "/documents?filename=" + encoded(name), PDF, Pdfs.of("Hi"));
            assertProblem(422, "invalid", refused);
            assertEquals(
                    "filename",
                    refused.json().get("violations").get(0).get("field").textValue());
        }
        for (var name : List.of("two\nlines.pdf", "null\u0000.pdf", " ")) {
            assertProblem(
                    422, "invalid", writer.send("POST", "/documents?filename=" + encoded(name), PDF, Pdfs.of("Hi")));
        }
        assertProblem(422, "invalid", writer.send("POST", "/documents", PDF, Pdfs.of("Hi")));
        assertProblem(422, "invalid", writer.upload("../up.pdf", Pdfs.of("Hi")));
        assertEquals(List.of(), ids(writer.get("/documents"), "document_id"));

        var odd = "Ünïcode 😀 & 'quotes' <b>.pdf";
        var kept = writer.upload(odd, Pdfs.of("Hi there"));
        assertEquals(202, kept.status(), kept::text);
        assertEquals(odd, kept.json().get("filename").textValue());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    default void what_only_the_parser_can_know_ends_as_failed_with_a_code() throws Exception {
        var writer = as("manager");
        var files = Map.of(
                "password_required", Pdfs.locked("secret", "Hidden."),
                "no_pages", Pdfs.of(),
                "damaged", "%PDF-1.7\nand then nothing of the kind".getBytes(StandardCharsets.UTF_8));
        for (var file : files.entrySet()) {
            var id = writer.upload(file.getKey() + ".pdf", file.getValue())
                    .json()
                    .get("document_id")
                    .textValue();
            var document = writer.ready(id);
            assertEquals("failed", document.get("status").textValue(), document::toString);
            assertEquals(file.getKey(), document.get("error").get("code").textValue());
            assertTrue(document.get("error").get("detail").textValue().length() > 10);
            assertEquals(
                    0,
                    writer.get("/documents/" + id + "/chunks")
                            .json()
                            .get("items")
                            .size());
        }
        assertEquals(
                0,
                writer.sendJson("POST", "/search", Map.of("query", "hidden"))
                        .json()
                        .get("passages")
                        .size());
        var again = writer.upload("damaged.pdf", files.get("damaged"));
        assertEquals(202, again.status());
        assertEquals(
                "failed",
                writer.ready(again.json().get("document_id").textValue())
                        .get("status")
                        .textValue());
    }

    @Test
    default void a_pdf_without_text_is_ready_and_says_so() throws Exception {
        var writer = as("manager");
        var document = writer.ready(writer.upload("blank.pdf", Pdfs.of("", ""))
                .json()
                .get("document_id")
                .textValue());
        assertEquals("ready", document.get("status").textValue(), document::toString);
        assertEquals(2, document.get("pages").intValue());
        assertEquals(0, document.get("chunks").intValue());
        assertEquals("[\"no_text\"]", document.get("warnings").toString());
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
                List.of("query", "limit", "filters.shape", "filters.document_ids", "colour"),
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
    default void an_id_nobody_has_and_a_text_that_is_no_id_are_answered_alike() throws Exception {
        var reader = as("user");
        for (var id : List.of("00000000-0000-7000-8000-000000000000", "1-1-1-1-1", "..%2F..", "x".repeat(3_000))) {
            for (var path : List.of("/documents/" + id, "/documents/" + id + "/content", "/chats/" + id)) {
                assertProblem(404, "not-found", reader.get(path));
            }
        }
    }
}
