package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.http.Access;
import kb.http.Method;
import org.junit.jupiter.api.Test;

/** How the API behaves as HTTP, before any feature has its say. */
public interface HttpContract {
    String ORIGIN = "https://app.example.org";

    TestTwin twin();

    FrontEnd frontEnd();

    Client as(String role);

    default FrontEnd.Reply anonymously(String method, String target, Map<String, String> headers) throws Exception {
        return frontEnd().send(new FrontEnd.Call(method, target, headers, new byte[0]));
    }

    default FrontEnd.Reply anonymously(String method, String target) throws Exception {
        return anonymously(method, target, Map.of());
    }

    @Test
    default void it_is_alive_and_ready_and_says_its_limits() throws Exception {
        var alive = anonymously("GET", "/health");
        assertEquals(200, alive.status());
        assertEquals("ok", alive.json().get("status").textValue());
        assertEquals(
                10_000_000,
                alive.json().get("limits").get("direct_upload_bytes").longValue());
        assertTrue(alive.json().get("version").textValue().matches("[0-9]+\\..*"));
        assertEquals(alive.text(), anonymously("GET", "/").text());
        var ready = anonymously("GET", "/health/ready");
        assertEquals(200, ready.status());
        assertEquals(
                "{\"index\":\"ok\",\"storage\":\"ok\",\"table\":\"ok\"}",
                ready.json().get("parts").toString());
        assertEquals(
                "3.1.0",
                anonymously("GET", "/openapi.json").json().get("openapi").textValue());
    }

    @Test
    default void a_caller_is_told_who_it_is() throws Exception {
        var me = as("manager").get("/me").json();
        assertEquals("wren", me.get("id").textValue());
        assertEquals("manager", me.get("role").textValue());
        assertTrue(me.get("tenant").textValue().startsWith("tenant-"));
    }

    @Test
    default void every_route_but_the_public_ones_wants_a_token() throws Exception {
        for (var route : twin().app().router().table()) {
            var target = route.path().replaceAll("\\{[a-z_]+}", "00000000-0000-7000-8000-000000000000");
            var reply = anonymously(route.method().name(), target);
            if (route.access() == Access.PUBLIC) {
                assertEquals(200, reply.status(), target);
            } else {
                assertProblem(401, "unauthenticated", reply);
                assertEquals("Bearer", reply.header("www-authenticate").orElseThrow());
            }
        }
    }

    @Test
    default void a_bad_token_is_refused_everywhere_alike() throws Exception {
        for (var token : List.of(
                "nonsense", twin().expiredToken("t1", "wren", "admin"), twin().foreignToken("t1", "wren", "admin"))) {
            assertProblem(
                    401,
                    "unauthenticated",
                    anonymously("GET", "/documents", Map.of("authorization", "Bearer " + token)));
        }
        assertProblem(
                401, "unauthenticated", anonymously("GET", "/me", Map.of("authorization", "Basic d3JlbjpzZWNyZXQ=")));
    }

    @Test
    default void a_role_that_is_too_low_is_refused() throws Exception {
        assertProblem(403, "forbidden", as("user").upload("guide.pdf", Pdfs.of("Hello.")));
        assertEquals(202, as("admin").upload("guide.pdf", Pdfs.of("Hello.")).status());
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
    default void header_names_may_have_any_case_and_cookies_are_no_credentials() throws Exception {
        var token = "Bearer " + twin().token("t1", "wren", "user");
        assertEquals(
                200, anonymously("GET", "/me", Map.of("AUTHORIZATION", token)).status());
        assertEquals(
                401,
                anonymously("GET", "/me", Map.of("cookie", "authorization=" + token + "; a=b"))
                        .status());
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
    default void browsers_of_allowed_origins_may_read_answers_and_errors() throws Exception {
        var origin = Map.of("origin", ORIGIN);
        for (var target : List.of("/health", "/nothing", "/documents")) {
            var reply = anonymously("GET", target, origin);
            assertEquals(List.of(ORIGIN), reply.headers().get("access-control-allow-origin"));
            assertTrue(
                    reply.header("access-control-expose-headers").orElseThrow().contains("x-request-id"));
            assertEquals("origin", reply.header("vary").orElseThrow());
        }
        for (var other : List.of(
                "https://evil.example.org", "https://app.example.org.evil.example", "null", "http://app.example.org")) {
            var reply = anonymously("GET", "/health", Map.of("origin", other));
            assertEquals(Optional.empty(), reply.header("access-control-allow-origin"));
        }
    }

    @Test
    default void a_preflight_is_answered_without_a_token() throws Exception {
        var asked = Map.of(
                "origin",
                ORIGIN,
                "access-control-request-method",
                "PATCH",
                "access-control-request-headers",
                "authorization");
        var reply = anonymously("OPTIONS", "/chats/00000000-0000-7000-8000-000000000000", asked);
        assertEquals(204, reply.status());
        assertEquals(ORIGIN, reply.header("access-control-allow-origin").orElseThrow());
        assertTrue(reply.header("access-control-allow-methods").orElseThrow().contains("PATCH"));
        assertTrue(reply.header("access-control-allow-headers").orElseThrow().contains("authorization"));
        var foreign = Map.of("origin", "https://evil.example.org", "access-control-request-method", "GET");
        assertEquals(
                Optional.empty(), anonymously("OPTIONS", "/chats", foreign).header("access-control-allow-methods"));
    }

    @Test
    default void every_answer_carries_the_security_headers() throws Exception {
        for (var reply : List.of(
                anonymously("GET", "/health"),
                as("user").get("/chats"),
                as("user").get("/nothing"))) {
            assertEquals("nosniff", reply.header("x-content-type-options").orElseThrow());
            assertEquals("no-referrer", reply.header("referrer-policy").orElseThrow());
            assertTrue(reply.header("strict-transport-security").orElseThrow().startsWith("max-age="));
            assertTrue(reply.header("content-security-policy").orElseThrow().contains("frame-ancestors 'none'"));
            assertEquals("no-store", reply.header("cache-control").orElseThrow());
        }
    }

    @Test
    default void no_two_rows_of_the_table_are_the_same() {
        var rows = new HashSet<String>();
        for (var route : twin().app().router().table()) assertTrue(rows.add(route.method() + " " + route.path()));
        assertFalse(rows.isEmpty());
        assertTrue(rows.contains(Method.POST + " /documents"));
    }
}
