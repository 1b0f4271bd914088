package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kb.http.Method;
import org.junit.jupiter.api.Test;

/** How the API behaves as HTTP, before any feature has its say. */
public interface HttpContract extends Contract {
    String ORIGIN = "https://app.example.org";

    @Test
    default void it_is_alive_and_ready_and_says_its_limits() throws Exception {
        var alive = anonymously("GET", "/health");
        assertEquals(200, alive.status());
        assertEquals("ok", alive.json().get("status").textValue());
        assertEquals(
                limits().directUploadBytes(),
                alive.json().get("limits").get("direct_upload_bytes").longValue());
        assertTrue(alive.json().get("message").isTextual());
        assertTrue(alive.json().get("version").textValue().matches("[0-9]+\\..*"));
        assertEquals(alive.text(), anonymously("GET", "/").text());
        var ready = anonymously("GET", "/health/ready");
        assertEquals(200, ready.status());
        assertEquals("ok", ready.json().get("status").textValue(), ready::text);
        for (var part : List.of("index", "storage", "table"))
            assertEquals("ok", ready.json().at("/parts/" + part).textValue(), ready::text);
        assertEquals(
                "3.1.0",
                anonymously("GET", "/openapi.json").json().get("openapi").textValue());
    }

    @Test
    default void the_embedding_models_state_is_that_of_the_last_call() throws Exception {
        var before = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        var client = as("admin");
        client.uploaded("ferry.pdf", Pdfs.of("The ferry leaves the harbour at nine."));
        client.found("when does the ferry leave");
        var ready = anonymously("GET", "/health/ready").json();
        assertEquals("ok", ready.at("/parts/embedder").textValue(), ready::toString);
        var heard = Instant.parse(ready.at("/last_heard/embedder").textValue());
        assertFalse(heard.isBefore(before), ready::toString);
    }

    @Test
    default void unknown_paths_and_verbs_are_problems_and_not_web_pages() throws Exception {
        for (var target : List.of(
                "/nothing",
                "/documents/",
                "//documents",
                "/documents//content",
                "/health/",
                "/Health",
                "/documents%2F")) {
            assertProblem(404, "no-such-route", as("admin").get(target));
        }
        for (var verb : List.of("PUT", "PROPFIND", "get", "PATCH")) {
            var refused = as("admin").send(verb, "/search");
            assertProblem(405, "method-not-allowed", refused);
            assertEquals("OPTIONS, POST", refused.header("allow").orElseThrow());
        }
    }

    @Test
    default void head_is_answered_like_get_without_a_body() throws Exception {
        var head = anonymously("HEAD", "/health");
        assertEquals(200, head.status());
        assertEquals("", head.text());
        assertEquals("application/json", head.header("content-type").orElseThrow());
        assertEquals(404, as("user").send("HEAD", "/nothing").status());
    }

    @Test
    default void options_says_what_a_path_allows() throws Exception {
        var reply = anonymously("OPTIONS", "/chats");
        assertEquals(204, reply.status());
        assertEquals("DELETE, GET, HEAD, OPTIONS, POST", reply.header("allow").orElseThrow());
        assertEquals(404, anonymously("OPTIONS", "/nothing").status());
    }

    @Test
    default void an_escaped_slash_stays_inside_its_segment_and_a_plus_is_a_plus() throws Exception {
        assertTrue(as("user")
                .get("/documents/a%2Fb")
                .json()
                .get("detail")
                .textValue()
                .contains("a/b"));
        assertTrue(as("user")
                .get("/documents/a+b")
                .json()
                .get("detail")
                .textValue()
                .contains("a+b"));
        assertTrue(as("user")
                .get("/documents/%C3%A9%F0%9F%98%80")
                .json()
                .get("detail")
                .textValue()
                .contains("é😀"));
    }

    @Test
    default void of_a_query_name_given_twice_the_last_counts_and_unknown_ones_are_refused() throws Exception {
        var reader = as("user");
        for (int i = 0; i < 3; i++) reader.chat();
        assertEquals(1, reader.get("/chats?limit=3&limit=1").json().get("items").size());
        assertProblem(422, "invalid", reader.get("/chats?limit=1&limit=0"));
        assertProblem(422, "invalid", reader.get("/chats?sort=name"));
        assertProblem(422, "invalid", reader.get("/chats?cursor=nobodys"));
    }

    @Test
    default void a_request_keeps_the_id_it_came_with_and_gets_one_otherwise() throws Exception {
        assertEquals(
                "abc-123",
                anonymously("GET", "/health", Map.of("x-request-id", "abc-123"))
                        .header("x-request-id")
                        .orElseThrow());
        var made = new HashSet<String>();
        for (var given : List.of("has space", "x".repeat(65), "a<b")) {
            made.add(anonymously("GET", "/nothing", Map.of("x-request-id", given))
                    .header("x-request-id")
                    .orElseThrow());
        }
        assertEquals(3, made.size());
        assertTrue(made.stream().allMatch(id -> id.matches("[0-9a-f-]{36}")));
    }

    @Test
    default void no_two_rows_of_the_table_are_the_same() {
        var rows = new HashSet<String>();
        for (var route : twin().app().router().table()) assertTrue(rows.add(route.method() + " " + route.path()));
        assertFalse(rows.isEmpty());
        assertTrue(rows.contains(Method.POST + " /documents"));
    }

    @Test
    default void a_body_that_is_no_json_or_far_too_large_is_refused_wherever_json_is_wanted() throws Exception {
        var reader = as("user");
        var chat = reader.chat();
        var form = Map.of("content-type", "application/x-www-form-urlencoded");
        var json = Map.of("content-type", "application/json");
        for (var target : List.of("/search", "/chats", "/chats/" + chat + "/messages")) {
            var plain = "query=a&message=a".getBytes(StandardCharsets.UTF_8);
            assertProblem(415, "unsupported-media-type", reader.send("POST", target, form, plain));
            assertProblem(415, "unsupported-media-type", reader.send("POST", target, Map.of(), plain));
            assertProblem(413, "too-large", reader.send("POST", target, json, new byte[10_000_000]));
            assertProblem(413, "too-large", reader.send("POST", target, json, new byte[11_000_000]));
        }
        assertEquals(List.of(chat), ApiContract.ids(reader.get("/chats"), "chat_id"));
        assertEquals(0, reader.get("/chats/" + chat).json().get("message_count").intValue());
    }
}
