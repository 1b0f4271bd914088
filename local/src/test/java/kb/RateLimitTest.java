package kb;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import kb.lambda.HttpEntry;
import kb.local.LocalServer;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.outside.TimeOrderedIds;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MovableClock;
import kb.usage.RequestCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a person may ask; the clock begins at 03:04:05.678. */
class RateLimitTest {
    private static final Map<String, String> SEARCH = Map.of("query", "tea");

    enum Door {
        LAMBDA,
        LOCAL
    }

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private TestTwin twin;
    private Javalin server;

    @BeforeEach
    void start() {
        var ids = new TimeOrderedIds(clock, new SecureRandom());
        twin = new TestTwin(folder, ids, clock, Map.of("RATE_LIMIT_ENABLED", "true"));
        server =
                LocalServer.on(twin.app().router(), twin.limits().largestBody()).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        twin.close();
    }

    private Client client(Door door, String tenant, String user) {
        FrontEnd frontEnd =
                switch (door) {
                    case LAMBDA -> new LambdaEvents(new HttpEntry(twin.app().router()));
                    case LOCAL -> new OverTheWire(server.port());
                };
        return new Client(new Described(frontEnd), twin, tenant, user, "manager");
    }

    private static Map<String, String> told(FrontEnd.Reply reply) {
        var told = new TreeMap<String, String>();
        for (var name : List.of("limit", "policy", "remaining", "reset")) {
            reply.header("ratelimit-" + name).ifPresent(value -> told.put(name, value));
        }
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void a_minute_is_the_clocks_and_ends_exactly(Door door) throws Exception {
        var wren = client(door, "acme", "wren");
        for (int i = 1; i <= 30; i++) {
            var reply = wren.sendJson("POST", "/search", SEARCH);
            assertEquals(200, reply.status(), reply::text);
            assertEquals(
                    Map.of("limit", "30", "policy", "30;w=60", "remaining", "" + (30 - i), "reset", "55"), told(reply));
        }
        var refused = wren.sendJson("POST", "/search", SEARCH);
        ApiContract.assertProblem(429, "rate-limited", refused);
        assertEquals("55", refused.header("retry-after").orElseThrow());
        assertEquals(Map.of("limit", "30", "policy", "30;w=60", "remaining", "0", "reset", "55"), told(refused));

        clock.forward(Duration.ofMillis(54_321));
        var late = wren.sendJson("POST", "/search", SEARCH);
        ApiContract.assertProblem(429, "rate-limited", late);
        assertEquals("1", late.header("retry-after").orElseThrow());

        clock.forward(Duration.ofMillis(1));
        var next = wren.sendJson("POST", "/search", SEARCH);
        assertEquals(200, next.status());
        assertEquals(Map.of("limit", "30", "policy", "30;w=60", "remaining", "29", "reset", "60"), told(next));
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_each_person_and_each_tenant_is_counted_alone(Door door) throws Exception {
        var wren = client(door, "acme", "wren");
        for (int i = 0; i < 31; i++) wren.sendJson("POST", "/search", SEARCH);
        assertEquals(429, wren.sendJson("POST", "/search", SEARCH).status());

        assertEquals("99", told(wren.get("/me")).get("remaining"));
        var asked = wren.sendJson("POST", "/chats/" + wren.chat() + "/messages", Map.of("message", "tea"));
        assertEquals("59", told(asked).get("remaining"));
        assertEquals(
                "29",
                told(wren.named("robin").sendJson("POST", "/search", SEARCH)).get("remaining"));
        assertEquals(
                "29",
                told(client(door, "other", "wren").sendJson("POST", "/search", SEARCH))
                        .get("remaining"));
    }

    @ParameterizedTest
    @EnumSource
    void uploads_are_counted_by_the_hour_however_they_end(Door door) throws Exception {
        var wren = client(door, "acme", "wren");
        for (int i = 0; i < 10; i++) {
            ApiContract.assertProblem(422, "not-a-pdf", wren.upload("tea.pdf", new byte[] {1}));
            var announced = wren.sendJson("POST", "/documents/uploads", Map.of("filename", "tea.pdf"));
            ApiContract.assertProblem(422, "invalid", announced);
            assertEquals("20;w=3600", told(announced).get("policy"));
        }
        ApiContract.assertProblem(429, "rate-limited", wren.upload("tea.pdf", new byte[] {1}));
        var refused = wren.sendJson("POST", "/documents/uploads", Map.of("filename", "tea.pdf"));
        ApiContract.assertProblem(429, "rate-limited", refused);
        assertEquals("3355", refused.header("retry-after").orElseThrow());

        clock.forward(Duration.ofSeconds(3355));
        assertEquals("19", told(wren.upload("tea.pdf", new byte[] {1})).get("remaining"));
    }

    /** On a busy machine some cannot be counted in time: they are not let in either. */
    @ParameterizedTest
    @EnumSource
    void of_two_hundred_at_once_no_more_than_a_hundred_come_through(Door door) throws Exception {
        var wren = client(door, "acme", "wren");
        var statuses = atOnce(200, () -> wren.get("/me").status());
        var in = statuses.stream().filter(status -> status == 200).count();
        assertTrue(in > 0 && in <= 100, () -> in + " came in");
        assertEquals(
                Set.of(),
                statuses.stream()
                        .filter(status -> !Set.of(200, 429, 503).contains(status))
                        .collect(toSet()));
        assertEquals(429, wren.get("/me").status());
    }

    @Test
    void two_hundred_at_once_are_counted_one_by_one() throws Exception {
        try (var database = new SqliteDatabase(folder.resolve("counted.db"))) {
            var counter = new RequestCounter(new SqliteTable(database, "chats", clock), clock);
            var wren = new Person(new Tenant("acme"), "wren", "Wren");
            var counts = atOnce(
                    200, () -> counter.add(wren, "chat", Duration.ofMinutes(1)).used());
            assertEquals(
                    LongStream.rangeClosed(1, 200).boxed().toList(),
                    counts.stream().sorted().toList());
        }
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var one : threads.invokeAll(Collections.nCopies(callers, call))) results.add(one.get());
            return results;
        }
    }

    @Test
    void both_doors_count_together() throws Exception {
        client(Door.LAMBDA, "acme", "wren").get("/me");
        assertEquals("98", told(client(Door.LOCAL, "acme", "wren").get("/me")).get("remaining"));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_told_where_nothing_is_counted(Door door) throws Exception {
        var wren = client(door, "acme", "wren");
        assertEquals(Map.of(), told(wren.get("/health")));
        assertEquals(Map.of(), told(wren.get("/nowhere")));
        assertEquals(Map.of(), told(wren.send("DELETE", "/documents/" + new java.util.UUID(1, 1))));
        assertTrue(told(wren.get("/documents/" + new java.util.UUID(1, 1))).containsValue("99"));
    }
}
