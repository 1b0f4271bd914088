package kb.http;

import static kb.http.Access.PUBLIC;
import static kb.http.Access.WRITER;
import static kb.http.Method.GET;
import static kb.http.Method.POST;
import static kb.http.Method.PUT;
import static kb.http.Route.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final Caller READER = new Caller("t1", "wren", "Wren", Access.READER);
    private static final Caller ADMIN = new Caller("t1", "robin", "Robin", Access.ADMIN);

    private final AtomicInteger ids = new AtomicInteger();
    private final Router router = router(
            route(GET, "/things", PUBLIC, _ -> Response.text(200, "text/plain", "all")),
            route(
                    POST,
                    "/things",
                    WRITER,
                    call -> Response.text(201, "text/plain", call.caller().user())),
            route(PUT, "/things/{id}", WRITER, _ -> Response.empty(204)),
            route(
                    GET,
                    "/things/{id}",
                    Access.READER,
                    call -> Response.text(200, "text/plain", call.parameters().get("id"))));

    /** Knows a caller by the word in its authorization field. */
    private static Caller identify(Request request) {
        return switch (request.header("authorization").orElse("")) {
            case "" -> Caller.ANONYMOUS;
            case "reader" -> READER;
            case "admin" -> ADMIN;
            default -> throw new ProblemException(new Problem.Unauthenticated("not one of ours"));
        };
    }

    private Router router(Route... table) {
        return new Router(
                List.of(table),
                RouterTest::identify,
                Limiter.NONE,
                new Cors(Set.of()),
                () -> "id-" + ids.incrementAndGet(),
                _ -> Optional.empty());
    }

    private Response as(String who, String method, String path) {
        return router.handle(Sent.with(Sent.request(method, path), "authorization", who));
    }

    private static String text(Response response) {
        return ((Body.Text) response.body()).text();
    }

    @Test
    void a_request_reaches_the_handler_of_its_row() {
        assertEquals("all", text(router.handle(Sent.get("/things"))));
        assertEquals("7", text(as("reader", "GET", "/things/7")));
        assertEquals("a/b", text(as("reader", "GET", "/things/a%2Fb")));
        assertEquals("robin", text(as("admin", "POST", "/things")));
        assertEquals(204, as("admin", "PUT", "/things/7").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/thing", "/things/", "//things", "/things//7", "/things/7/", "/Things", "/things%2F7"})
    void a_path_has_one_spelling(String path) {
        assertProblem(404, "no-such-route", as("admin", "GET", path));
        assertProblem(404, "no-such-route", as("admin", "OPTIONS", path));
        assertProblem(404, "no-such-route", as("admin", "HEAD", path), "");
    }

    @Test
    void a_malformed_escape_is_answered_and_not_thrown() {
        assertProblem(400, "malformed", as("admin", "GET", "/things/%zz"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE   | /things   | GET, HEAD, OPTIONS, POST",
                "get      | /things   | GET, HEAD, OPTIONS, POST",
                "PROPFIND | /things/7 | GET, HEAD, OPTIONS, PUT",
                "POST     | /things/7 | GET, HEAD, OPTIONS, PUT"
            })
    void another_verb_is_told_the_right_ones_before_anyone_asks_who_it_is(String verb, String path, String allowed) {
        var refused = as("nobody we know", verb, path);
        assertProblem(405, "method-not-allowed", refused);
        assertEquals(allowed, refused.headers().get("allow"));
    }

    @Test
    void head_of_a_path_without_get_is_not_allowed() {
        var other = router(route(POST, "/things", PUBLIC, _ -> Response.empty(204)));
        var refused = other.handle(Sent.request("HEAD", "/things"));
        assertEquals(405, refused.status());
        assertEquals("OPTIONS, POST", refused.headers().get("allow"));
        assertEquals(Body.NONE, refused.body());
    }

    @Test
    void head_is_get_without_a_body_and_keeps_its_headers() {
        var head = router.handle(Sent.request("HEAD", "/things"));
        assertEquals(200, head.status());
        assertEquals("text/plain", head.headers().get("content-type"));
        assertEquals(Body.NONE, head.body());
        assertEquals(401, router.handle(Sent.request("HEAD", "/things/7")).status());
    }

    @Test
    void options_says_what_a_path_allows_without_a_token() {
        var reply = router.handle(Sent.request("OPTIONS", "/things/7"));
        assertEquals(204, reply.status());
        assertEquals("GET, HEAD, OPTIONS, PUT", reply.headers().get("allow"));
    }

    @Test
    void who_may_is_decided_before_the_handler() {
        assertProblem(401, "unauthenticated", router.handle(Sent.request("POST", "/things")));
        assertProblem(401, "unauthenticated", as("a stranger", "POST", "/things"));
        assertProblem(403, "forbidden", as("reader", "POST", "/things"));
        assertEquals(201, as("admin", "POST", "/things").status());
    }

    @Test
    void a_public_row_asks_for_no_token_and_takes_a_bad_one() {
        assertEquals(200, as("a stranger", "GET", "/things").status());
    }

    @Test
    void two_rows_for_one_request_are_refused_at_the_start() {
        var one = route(GET, "/things/{id}", PUBLIC, _ -> Response.empty(204));
        var other = route(GET, "/{kind}/7", PUBLIC, _ -> Response.empty(204));
        var refused = assertThrows(IllegalArgumentException.class, () -> router(one, other));
        assertEquals("GET /things/{id} and /{kind}/7 would take the same request", refused.getMessage());
    }

    @Test
    void the_table_can_be_read() {
        assertEquals(
                List.of("/things", "/things", "/things/{id}", "/things/{id}"),
                router.table().stream().map(Route::path).toList());
    }

    @Test
    void a_request_keeps_its_id_or_gets_a_new_one() {
        var kept = router.handle(Sent.with(Sent.get("/things"), "x-request-id", "mine"));
        assertEquals("mine", kept.headers().get("x-request-id"));
        assertEquals("id-1", router.handle(Sent.get("/things")).headers().get("x-request-id"));
        assertEquals("id-2", router.handle(Sent.get("/nothing")).headers().get("x-request-id"));
        var odd = router.handle(Sent.with(Sent.get("/things"), "x-request-id", "a b"));
        assertEquals("id-3", odd.headers().get("x-request-id"));
    }

    @Test
    void a_row_may_word_its_errors_in_its_own_way() {
        var mine = route(GET, "/mine", WRITER, _ -> Response.empty(204))
                .speaking((problem, _) ->
                        Response.json(418, Map.of("kind", problem.getClass().getSimpleName())));
        var refused = router(mine).handle(Sent.get("/mine"));
        assertEquals(418, refused.status());
        assertEquals("{\"kind\":\"Unauthenticated\"}", text(refused));
    }

    private static void assertProblem(int status, String kind, Response response) {
        assertProblem(status, kind, response, "urn:kb:problem:" + kind);
    }

    private static void assertProblem(int status, String kind, Response response, String inBody) {
        assertEquals(status, response.status(), kind);
        assertEquals("application/problem+json", response.headers().get("content-type"));
        assertTrue(text(response).contains(inBody), text(response));
    }
}
