package kb.http;

import static kb.http.Access.READER;
import static kb.http.Method.GET;
import static kb.http.Method.PATCH;
import static kb.http.Route.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String PAGE = "https://app.example.org";
    private static final String OTHER = "http://localhost:5173";

    private final Router router = router(Set.of(PAGE, OTHER));

    private static Router router(Set<String> origins) {
        return new Router(
                List.of(
                        route(GET, "/things", READER, _ -> Response.empty(204)),
                        route(PATCH, "/things", READER, _ -> Response.empty(204))),
                _ -> Caller.ANONYMOUS,
                Limiter.NONE,
                new Cors(origins),
                () -> "id",
                _ -> Optional.empty());
    }

    private static Request from(String method, String... origins) {
        return Sent.with(Sent.request(method, "/things"), "origin", origins);
    }

    private static Request preflight(String origin) {
        return Sent.with(from("OPTIONS", origin), "access-control-request-method", "PATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, OTHER})
    void each_allowed_page_may_read_answers_and_errors(String origin) {
        var refused = router.handle(from("GET", origin));
        assertEquals(401, refused.status());
        assertEquals(origin, refused.headers().get("access-control-allow-origin"));
        assertEquals("origin", refused.headers().get("vary"));
        assertEquals(
                "content-disposition, location, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, ratelimit-policy, x-request-id",
                refused.headers().get("access-control-expose-headers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "",
                "https://app.example.org.evil.example",
                "https://evil.example",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://APP.example.org",
                "https://app.example.org, http://localhost:5173"
            })
    void no_other_page_may(String origin) {
        var reply = router.handle(from("GET", origin));
        assertNull(reply.headers().get("access-control-allow-origin"));
        assertNull(reply.headers().get("access-control-expose-headers"));
        assertEquals("origin", reply.headers().get("vary"));
        var asked = router.handle(preflight(origin));
        assertEquals(204, asked.status());
        assertNull(asked.headers().get("access-control-allow-origin"));
        assertNull(asked.headers().get("access-control-allow-methods"));
    }

    @Test
    void two_origins_at_once_are_none() {
        assertNull(router.handle(from("GET", PAGE, OTHER)).headers().get("access-control-allow-origin"));
    }

    @Test
    void a_request_without_origin_is_answered_without_cors_fields_that_name_one() {
        var reply = router.handle(Sent.get("/things"));
        assertNull(reply.headers().get("access-control-allow-origin"));
        assertEquals("origin", reply.headers().get("vary"));
    }

    @Test
    void a_preflight_is_answered_without_a_token() {
        var reply = router.handle(preflight(PAGE));
        assertEquals(204, reply.status());
        assertEquals(PAGE, reply.headers().get("access-control-allow-origin"));
        assertEquals("GET, HEAD, OPTIONS, PATCH", reply.headers().get("access-control-allow-methods"));
        assertEquals(
                "authorization, content-type, accept, idempotency-key, mcp-protocol-version, x-request-id",
                reply.headers().get("access-control-allow-headers"));
        assertEquals("600", reply.headers().get("access-control-max-age"));
        assertNull(reply.headers().get("access-control-allow-credentials"));
    }

    @Test
    void options_without_an_origin_or_a_wanted_method_is_no_preflight() {
        assertFalse(Cors.isPreflight(from("OPTIONS", PAGE)));
        assertFalse(Cors.isPreflight(Sent.with(Sent.request("OPTIONS", "/"), "access-control-request-method", "GET")));
        assertFalse(Cors.isPreflight(Sent.with(from("GET", PAGE), "access-control-request-method", "GET")));
        assertNull(router.handle(from("OPTIONS", PAGE)).headers().get("access-control-allow-methods"));
    }

    @Test
    void without_allowed_pages_nothing_is_said_of_origins() {
        var reply = router(Set.of()).handle(from("GET", PAGE));
        assertNull(reply.headers().get("access-control-allow-origin"));
        assertNull(reply.headers().get("vary"));
    }
}
