package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the replaced service's browser app hears that something is wrong. */
public interface SpaErrorsContract extends Contract {
    private static void assertDetail(int status, FrontEnd.Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        Shape.of("{\"detail\": \"text\", \"error\": \"text\"}").fits(reply.json());
    }

    private static void assertInvalid(String type, List<?> where, FrontEnd.Reply reply) throws Exception {
        assertEquals(422, reply.status(), reply::text);
        Shape.of("{\"error\": \"text\", \"detail\": [{\"type\": \"text\", \"loc\": [\"anything\"], \"msg\": \"text\","
                        + " \"input\": \"anything\", \"ctx?\": \"anything\"}]}")
                .fits(reply.json());
        var first = reply.json().get("detail").get(0);
        assertEquals(type, first.get("type").textValue(), reply::text);
        assertEquals(
                new String(Client.json(where), StandardCharsets.UTF_8),
                first.get("loc").toString());
    }

    @Test
    default void without_a_token_or_with_a_low_role_it_says_so() throws Exception {
        for (var path : List.of("/kb/list-kb", "/kb/document-versions/a.pdf", "/chat/sessions")) {
            var refused = anonymously("GET", path);
            assertDetail(401, refused);
            assertEquals("Bearer", refused.header("www-authenticate").orElseThrow());
        }
        var reader = as("user");
        var refused = reader.sendJson("POST", "/kb/upload-to-kb", Map.of());
        assertEquals(403, refused.status());
        Shape.of("{\"error\": \"text\", \"detail\": {\"error\": \"=manager_required\", \"message\": \"text\","
                        + " \"your_role\": \"=user\"}}")
                .fits(refused.json());
        var delete = reader.in("manager").send("DELETE", "/kb/delete/00000000-0000-7000-8000-000000000000");
        assertEquals("admin_required", delete.json().at("/detail/error").textValue());
        assertEquals("manager", delete.json().at("/detail/your_role").textValue());
        var origin = Map.of("origin", HttpContract.ORIGIN);
        assertEquals(
                HttpContract.ORIGIN,
                anonymously("GET", "/kb/list-kb", origin)
                        .header("access-control-allow-origin")
                        .orElseThrow());
    }

    @Test
    default void what_is_not_there_and_wrong_methods_are_details() throws Exception {
        var admin = as("admin");
        assertDetail(404, admin.get("/kb/document-versions/nothing.pdf"));
        assertDetail(404, admin.send("DELETE", "/kb/delete/nothing"));
        assertDetail(404, admin.get("/chat/session/nothing/history"));
        assertDetail(404, admin.sendJson("POST", "/chat/message", Map.of("session_id", "nothing", "message", "Why?")));
        assertDetail(405, admin.get("/pdf/parse-pdf"));
        assertEquals(
                "OPTIONS, POST", admin.get("/pdf/parse-pdf").header("allow").orElseThrow());
    }

    @Test
    default void a_body_is_validated_as_before() throws Exception {
        var reader = as("user");
        var path = "/chat/message";
        assertInvalid("missing", List.of("body", "session_id"), reader.sendJson("POST", path, Map.of("message", "?")));
        var message = List.of("body", "message");
        assertInvalid("missing", message, reader.sendJson("POST", path, Map.of("session_id", "1")));
        for (var wrong : Map.of("", "string_too_short", "  ", "value_error", "🦉".repeat(10_001), "string_too_long")
                .entrySet())
            assertInvalid(
                    wrong.getValue(),
                    message,
                    reader.sendJson("POST", path, Map.of("session_id", "1", "message", wrong.getKey())));
        var json = Map.of("content-type", "application/json");
        assertInvalid(
                "json_invalid",
                List.of("body", 14),
                reader.send("POST", path, json, "{\"session_id\" 1}".getBytes(StandardCharsets.UTF_8)));
        assertInvalid(
                "model_attributes_type",
                List.of("body"),
                reader.send("POST", "/chat/session/new", json, "[]".getBytes(StandardCharsets.UTF_8)));
        assertInvalid("missing", List.of("body"), reader.send("POST", "/chat/session/new"));
        assertInvalid("missing", List.of("body"), reader.send("POST", "/chat/session/new", json, new byte[0]));
        assertInvalid(
                "string_type", message, reader.sendJson("POST", path, Map.of("session_id", "1", "message", Map.of())));
        for (var option : Map.of(
                        "max_sources", "int_parsing", "include_context", "bool_type", "document_filter", "list_type")
                .entrySet()) {
            var options = Map.of(option.getKey(), "x");
            assertInvalid(
                    option.getValue(),
                    List.of("body", "options", option.getKey()),
                    reader.sendJson("POST", path, Map.of("session_id", "1", "message", "?", "options", options)));
        }
        assertInvalid("int_parsing", List.of("query", "limit"), reader.get("/chat/sessions?limit=many"));
        assertEquals(
                200, reader.get("/chat/sessions?limit=12345678901&offset=-1").status());
        var manager = as("manager");
        assertInvalid(
                "too_short",
                List.of("body", "chunks"),
                manager.sendJson("POST", "/kb/upload-to-kb", Map.of("chunks", List.of(), "source_filename", "a.pdf")));
        assertInvalid(
                "missing",
                List.of("body", "source_filename"),
                manager.sendJson("POST", "/kb/upload-to-kb", Map.of("chunks", List.of(Map.of()))));
    }

    @Test
    default void a_file_is_checked_in_the_order_it_was() throws Exception {
        var app = new SpaClient(as("manager"));
        assertDetail(400, app.parse(" ", Pdfs.of("Hello."), false));
        assertDetail(400, app.parse("!!!", Pdfs.of("Hello."), false));
        assertDetail(400, app.parse("guide.txt", Pdfs.of("Hello."), false));
        assertDetail(400, app.parse("guide.pdf", new byte[99], false));
        var most = app.get("/health").at("/limits/direct_upload_bytes").intValue();
        assertDetail(413, app.parse("guide.pdf", new byte[most + 1], false));
        assertDetail(500, app.parse("guide.pdf", new byte[500], false));
        assertDetail(500, app.parse("guide.pdf", new byte[most], false));
        assertEquals(200, app.parse("guide.PDF", Pdfs.of("Hello."), false).status());
        var headers = SpaClient.formType();
        var nothing = "------WebKitFormBoundaryAbc\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n"
                + "------WebKitFormBoundaryAbc--\r\n";
        assertInvalid(
                "missing",
                List.of("body", "file"),
                app.client().send("POST", "/pdf/parse-pdf", headers, nothing.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    default void chunks_of_a_file_that_was_not_parsed_or_of_another_are_refused() throws Exception {
        var app = new SpaClient(as("manager"));
        var parsed = app.parsed("guide.pdf", Pdfs.of(ApiContract.GUIDE), false);
        var unknown = SpaClient.uploadOf(parsed, "guide.pdf", false).put("content_hash", "0".repeat(64));
        assertDetail(409, app.upload(unknown));
        assertDetail(409, new SpaClient(as("manager")).upload(SpaClient.uploadOf(parsed, "guide.pdf", false)));
        var other = SpaClient.uploadOf(parsed, "guide.pdf", false);
        ((ObjectNode) other.get("chunks").get(0)).put("id", "chunk-0-ffffffff");
        assertInvalid("value_error", List.of("body", "chunks"), app.upload(other));
        assertTrue(app.get("/kb/list-kb").get("documents").isEmpty());
    }
}
