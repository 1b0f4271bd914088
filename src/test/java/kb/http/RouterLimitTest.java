package kb.http;

import static kb.http.Access.ADMIN;
import static kb.http.Access.PUBLIC;
import static kb.http.Access.READER;
import static kb.http.Method.GET;
import static kb.http.Route.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a row's rate is counted, and what is told of it. */
class RouterLimitTest {
    private static final Rate RATE = new Rate("walks", 2, Duration.ofSeconds(60));
    private static final Caller WREN = new Caller("acme", "wren", "Wren", READER);

    private final List<String> counted = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();

    private Router router(Limiter limiter) {
        return new Router(
                List.of(
                        route(GET, "/walks", READER, call -> answer("/walks")).limitedTo(RATE),
                        route(GET, "/lost", READER, call -> {
                                    throw new ProblemException(new Problem.NotFound("walk", "7"));
                                })
                                .limitedTo(RATE),
                        route(GET, "/admin", ADMIN, call -> answer("/admin")).limitedTo(RATE),
                        route(GET, "/uncounted", READER, call -> answer("/uncounted")),
                        route(GET, "/open", PUBLIC, call -> answer("/open"))),
                request -> request.header("authorization").isPresent() ? WREN : Caller.ANONYMOUS,
                limiter,
                new Cors(Set.of()),
                () -> "id",
                failure -> failure instanceof ArithmeticException
                        ? Optional.of(new Problem.Unavailable("table", "database", 10))
                        : Optional.empty());
    }

    private Response answer(String path) {
        answered.add(path);
        return Response.empty(204);
    }

    private Limiter counting() {
        return (caller, rate) -> {
            counted.add(caller.user() + " " + rate.kind());
            return Optional.of(new Standing(rate, counted.size(), 12));
        };
    }

    private static Response as(Router router, String who, String path) {
        return router.handle(Sent.with(Sent.get(path), "authorization", who));
    }

    @Test
    void every_answer_says_what_is_left_until_nothing_is() {
        var router = router(counting());
        var first = as(router, "wren", "/walks");
        assertEquals(204, first.status());
        assertEquals(
                List.of("2", "1", "12", "2;w=60"),
                List.of(
                        first.headers().get("ratelimit-limit"),
                        first.headers().get("ratelimit-remaining"),
                        first.headers().get("ratelimit-reset"),
                        first.headers().get("ratelimit-policy")));
        var second = as(router, "wren", "/lost");
        assertEquals(404, second.status());
        assertEquals("0", second.headers().get("ratelimit-remaining"));

        var third = as(router, "wren", "/walks");
        assertEquals(429, third.status());
        assertEquals("0", third.headers().get("ratelimit-remaining"));
        assertEquals("12", third.headers().get("retry-after"));
        assertEquals(
                "{\"type\":\"urn:kb:problem:rate-limited\",\"title\":\"Too many requests\",\"status\":429,"
                        + "\"detail\":\"2 requests of this kind in 60 seconds are the most; try again in 12 seconds\","
                        + "\"instance\":\"/walks\"}",
                ((Body.Text) third.body()).text());
        assertEquals(List.of("/walks"), answered);
    }

    @Test
    void only_who_may_use_a_counted_row_is_counted() {
        var router = router(counting());
        assertEquals(401, router.handle(Sent.get("/walks")).status());
        assertEquals(403, as(router, "wren", "/admin").status());
        assertEquals(404, as(router, "wren", "/nowhere").status());
        assertEquals(204, as(router, "wren", "/uncounted").status());
        assertEquals(204, router.handle(Sent.get("/open")).status());
        assertEquals(List.of(), counted);
        assertEquals(
                204,
                router.handle(Sent.with(Sent.request("HEAD", "/walks"), "authorization", "wren"))
                        .status());
        assertEquals(List.of("wren walks"), counted);
    }

    @Test
    void what_cannot_be_counted_is_not_answered() {
        var router = router((_, _) -> {
            throw new ArithmeticException();
        });
        var reply = as(router, "wren", "/walks");
        assertEquals(503, reply.status());
        assertNull(reply.headers().get("ratelimit-limit"));
        assertEquals(List.of(), answered);
    }

    @Test
    void without_a_limiter_nothing_is_told() {
        var reply = as(router(Limiter.NONE), "wren", "/walks");
        assertEquals(204, reply.status());
        assertNull(reply.headers().get("ratelimit-limit"));
    }
}
