package kb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a web page gets to see, and what its browser is told to forbid it. */
public interface BrowserContract extends Contract {
    Map<String, String> PREFLIGHT = Map.of("origin", HttpContract.ORIGIN, "access-control-request-method", "GET");

    @Test
    default void browsers_of_allowed_origins_may_read_answers_and_errors() throws Exception {
        var origin = Map.of("origin", HttpContract.ORIGIN);
        for (var target : List.of("/health", "/nothing", "/documents")) {
            var reply = anonymously("GET", target, origin);
            assertEquals(List.of(HttpContract.ORIGIN), reply.headers().get("access-control-allow-origin"));
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
                HttpContract.ORIGIN,
                "access-control-request-method",
                "PATCH",
                "access-control-request-headers",
                "authorization");
        var reply = anonymously("OPTIONS", "/chats/00000000-0000-7000-8000-000000000000", asked);
        assertEquals(204, reply.status());
        assertEquals(
                HttpContract.ORIGIN, reply.header("access-control-allow-origin").orElseThrow());
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
                as("user").get("/nothing"),
                as("user").send("PUT", "/chats"),
                as("user").send("POST", "/search"),
                as("user").upload("guide.pdf", Pdfs.of("Hello.")),
                anonymously("GET", "/chats"),
                anonymously("HEAD", "/health"),
                anonymously("OPTIONS", "/chats", PREFLIGHT))) {
            assertEquals("nosniff", reply.header("x-content-type-options").orElseThrow());
            assertEquals("no-referrer", reply.header("referrer-policy").orElseThrow());
            assertEquals("DENY", reply.header("x-frame-options").orElseThrow());
            assertTrue(reply.header("x-request-id").orElseThrow().matches("[0-9a-f-]{36}"));
            assertTrue(reply.header("strict-transport-security").orElseThrow().startsWith("max-age="));
            assertTrue(reply.header("content-security-policy")
                    .orElseThrow()
                    .startsWith("default-src 'none'; frame-ancestors 'none'"));
            assertEquals("no-store", reply.header("cache-control").orElseThrow());
        }
    }

    @Test
    default void a_page_may_read_every_kind_of_error() throws Exception {
        var json = Map.of("origin", HttpContract.ORIGIN, "content-type", "application/json");
        var plain = Map.of("origin", HttpContract.ORIGIN);
        var user = as("user");
        var replies = Map.of(
                400, user.send("POST", "/search", json, new byte[] {'{'}),
                401, anonymously("GET", "/chats", plain),
                403, user.send("POST", "/documents", plain, new byte[0]),
                404, user.send("GET", "/chats/nobodys", plain, new byte[0]),
                405, user.send("PUT", "/chats", plain, new byte[0]),
                413, user.send("POST", "/search", json, new byte[1_000_001]),
                415, user.send("POST", "/search", plain, new byte[1]),
                422, user.send("POST", "/search", json, new byte[] {'{', '}'}));
        for (var reply : replies.entrySet()) {
            assertEquals(reply.getKey(), reply.getValue().status(), reply.getValue()::text);
            assertEquals(
                    List.of(HttpContract.ORIGIN), reply.getValue().headers().get("access-control-allow-origin"));
        }
    }

    @Test
    default void a_stream_is_dressed_like_any_answer() throws Exception {
        var user = as("user");
        var headers = Map.of(
                "origin", HttpContract.ORIGIN, "content-type", "application/json", "accept", "text/event-stream");
        var question = Client.json(Map.of("message", "Who founded it?"));
        var reply = user.send("POST", "/chats/" + user.chat() + "/messages", headers, question);
        assertEquals("text/event-stream", reply.header("content-type").orElseThrow());
        assertEquals(List.of(HttpContract.ORIGIN), reply.headers().get("access-control-allow-origin"));
        assertEquals("no-store", reply.header("cache-control").orElseThrow());
        assertEquals("nosniff", reply.header("x-content-type-options").orElseThrow());
    }
}
