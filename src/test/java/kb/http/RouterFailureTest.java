package kb.http;

import static kb.http.Access.PUBLIC;
import static kb.http.Method.GET;
import static kb.http.Route.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a caller hears when a handler fails. */
class RouterFailureTest {
    private static final String SECRET = "the password is swordfish";

    private final AtomicInteger ids = new AtomicInteger();

    private Router router(Handler handler) {
        return new Router(
                List.of(route(GET, "/", PUBLIC, handler)),
                _ -> Caller.ANONYMOUS,
                Limiter.NONE,
                new Cors(Set.of("https://a.example")),
                () -> "id-" + ids.incrementAndGet(),
                failure -> failure instanceof ArithmeticException
                        ? Optional.of(new Problem.Malformed("explained"))
                        : Optional.empty());
    }

    private Response answer(Handler handler) {
        return router(handler).handle(Sent.get("/"));
    }

    private static String text(Response response) {
        return ((Body.Text) response.body()).text();
    }

    @Test
    void a_bug_is_500_with_an_incident_number_and_nothing_of_its_message() {
        var reply = answer(_ -> {
            throw new IllegalStateException(SECRET, new RuntimeException(SECRET));
        });
        assertEquals(500, reply.status());
        assertEquals("id-1", reply.headers().get("x-request-id"));
        assertEquals("application/problem+json", reply.headers().get("content-type"));
        assertEquals(true, text(reply).contains("incident id-2"), text(reply));
        assertFalse(text(reply).contains("swordfish"));
        assertFalse(text(reply).contains("IllegalState"));
    }

    @Test
    void a_stack_overflow_and_a_missing_class_are_answered_too() {
        assertEquals(500, answer(RouterFailureTest::endless).status());
        assertEquals(
                500,
                answer(_ -> {
                            throw new NoClassDefFoundError(SECRET);
                        })
                        .status());
    }

    private static Response endless(Call call) {
        return endless(call).with("never", "reached");
    }

    @Test
    void what_the_world_did_is_explained() {
        var reply = answer(_ -> {
            throw new ArithmeticException(SECRET);
        });
        assertEquals(400, reply.status());
        assertEquals(true, text(reply).contains("explained"));
        assertFalse(text(reply).contains("swordfish"));
    }

    @Test
    void a_part_that_is_down_is_a_warning_and_a_callers_mistake_is_none() {
        var log = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Router.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try {
            for (var problem : List.of(new Problem.Invalid(List.of()), new Problem.Unavailable("table", "table", 1))) {
                var router = new Router(
                        List.of(route(GET, "/", PUBLIC, _ -> {
                            throw new ArithmeticException();
                        })),
                        _ -> Caller.ANONYMOUS,
                        Limiter.NONE,
                        new Cors(Set.of()),
                        () -> "id",
                        _ -> Optional.of(problem));
                router.handle(Sent.get("/"));
            }
        } finally {
            log.detachAppender(lines);
        }
        assertEquals(
                List.of("Unavailable[part=table, title=table, retryAfterSeconds=1] in /"),
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    @Test
    void an_error_is_shared_with_the_page_that_asked_and_dressed_like_any_answer() {
        var failing = router(_ -> {
            throw new IllegalStateException();
        });
        var reply = failing.handle(Sent.with(Sent.get("/"), "origin", "https://a.example"));
        assertEquals("https://a.example", reply.headers().get("access-control-allow-origin"));
        assertEquals("nosniff", reply.headers().get("x-content-type-options"));
    }

    @Test
    void a_stream_that_fails_midway_ends_with_an_error_event() {
        var reply = answer(_ -> Response.events(receiver -> {
            receiver.accept(new Event("text", "{}"));
            throw new IllegalStateException(SECRET);
        }));
        assertEquals(200, reply.status());
        var events = received(reply);
        assertEquals(List.of("text", "error"), events.stream().map(Event::name).toList());
        assertEquals(true, events.getLast().data().contains("urn:kb:problem:unexpected"));
        assertFalse(events.getLast().data().contains("swordfish"));
    }

    @Test
    void a_problem_in_a_stream_is_told_as_what_it_is() {
        var reply = answer(_ -> Response.events(receiver -> {
            throw new ProblemException(new Problem.NotFound("chat", "7"));
        }));
        assertEquals(true, received(reply).getFirst().data().contains("urn:kb:problem:not-found"));
    }

    @Test
    void a_caller_that_went_away_is_no_failure() {
        var reply = answer(_ -> Response.events(receiver -> receiver.accept(new Event("text", "{}"))));
        var stream = ((Body.Events) reply.body()).stream();
        stream.sendTo(_ -> {
            throw new Body.CallerGone(new java.io.IOException());
        });
        assertEquals(1, ids.get(), "no incident");
    }

    @Test
    void a_caller_that_went_away_before_the_error_is_told_is_no_failure_either() {
        var reply = answer(_ -> Response.events(_ -> {
            throw new IllegalStateException(SECRET);
        }));
        ((Body.Events) reply.body()).stream().sendTo(_ -> {
            throw new Body.CallerGone(new java.io.IOException());
        });
        assertEquals(2, ids.get(), "the incident is counted once");
    }

    @Test
    void head_of_a_stream_runs_nothing() {
        var runs = new AtomicInteger();
        var router = router(_ -> Response.events(_ -> runs.incrementAndGet()));
        assertEquals(Body.NONE, router.handle(Sent.request("HEAD", "/")).body());
        assertEquals(0, runs.get());
    }

    @Test
    void an_event_is_one_line_of_data() {
        assertEquals("event: a\ndata: {}\n\n", new Event("a", "{}").wire());
        for (var broken : List.of("\n", "\r", "a\nb")) {
            assertThrows(IllegalArgumentException.class, () -> new Event("a", broken));
            assertThrows(IllegalArgumentException.class, () -> new Event(broken, "{}"));
        }
    }

    private static List<Event> received(Response reply) {
        var events = new ArrayList<Event>();
        ((Body.Events) reply.body()).stream().sendTo(events::add);
        return events;
    }
}
