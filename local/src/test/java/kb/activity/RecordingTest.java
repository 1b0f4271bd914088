package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import kb.histories.MemoryIndex;
import kb.histories.MemorySpaces;
import kb.histories.OneSpace;
import kb.histories.TextReader;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.ChunkIndex;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Order;
import kb.store.Table;
import kb.store.Write;
import org.junit.jupiter.api.Test;

/** What is written down when something goes wrong, and what it costs to read it. The clock begins at 03:04:05.678. */
class RecordingTest {
    private static final String SECRET = "the cellar key hangs behind the clock";

    private final MovableClock clock = new MovableClock();
    private final MemoryTable table = new MemoryTable(clock);
    private final AtomicReference<RuntimeException> broken = new AtomicReference<>();
    private final Office office =
            new Office(table, table, clock, new OneSpace(watched(ChunkIndex.class, new MemoryIndex(), this::fail)));

    /** @param before happens before each call, and may throw */
    private static <T> T watched(Class<T> port, T part, BiConsumer<String, Object[]> before) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    before.accept(method.getName(), arguments);
                    try {
                        return method.invoke(part, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private void fail(String method, Object[] arguments) {
        if (broken.get() != null && !method.equals("part")) throw broken.get();
    }

    private static void assertTold(String expected, JsonNode json) throws IOException {
        assertEquals(new ObjectMapper().readTree(expected), json);
    }

    @Test
    void errors_that_happened_are_told_by_number_and_kind_and_never_by_their_message() throws IOException {
        var wren = office.as("wren");
        wren.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
        broken.set(new IllegalStateException(SECRET));
        var problem = wren.send(500, "POST", "/search", Map.of("query", "card"));
        var incident = problem.get("detail").textValue().replaceAll(".* incident ", "");
        clock.forward(Duration.ofMinutes(1));
        broken.set(new Unavailable(Part.INDEX, new IOException(SECRET)));
        wren.send(503, "POST", "/chats/" + wren.chat() + "/messages", Map.of("message", Office.QUESTION));
        wren.send(422, "POST", "/search", Map.of("query", ""));
        wren.send(404, "GET", "/documents/00000000-0000-7000-8000-000000000000");
        broken.set(null);

        assertTold("""
                {"period": "1h", "total_errors": 2, "by_component": {"chats": 1, "search": 1},
                 "recent": [
                   {"timestamp": "2026-01-02T03:05:05.678Z", "level": "WARNING", "component": "chats",
                    "message": "the search index did not answer", "pipeline_id": null, "error_type": "index-unavailable"},
                   {"timestamp": "2026-01-02T03:04:05.678Z", "level": "ERROR", "component": "search",
                    "message": "something went wrong; the log has it as incident %1$s", "pipeline_id": "%1$s", "error_type": "unexpected"}],
                 "since": "2026-01-02T02:05:00Z"}""".formatted(incident), wren.get("/admin/errors"));
        assertTold("""
                {"status": "degraded", "indicator": "🟡",
                 "services": {"database": {"status": "connected"}, "weaviate": {"status": "connected", "chunks_stored": 1}},
                 "recent_errors": 2, "unrecorded": 0, "error": null}""", wren.get("/admin/health"));
        assertFalse(rows().contains("cellar"), "a message is in the table");
        assertEquals(
                0,
                office.as("other", "robin")
                        .get("/admin/errors")
                        .get("total_errors")
                        .intValue());
    }

    /** All of the log, as it is stored. */
    private String rows() {
        return table.query("activity#mill#2026-01-02", "", Order.ASCENDING, 1_000, Optional.empty())
                .items()
                .toString();
    }

    @Test
    void five_errors_in_an_hour_are_red_and_forgotten_after_it() throws IOException {
        var wren = office.as("wren");
        wren.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
        assertEquals("🟢", wren.get("/admin/health").get("indicator").textValue());
        broken.set(new IllegalStateException(SECRET));
        for (int i = 0; i < 5; i++) wren.send(500, "POST", "/search", Map.of("query", "card"));
        broken.set(null);
        assertEquals("🔴", wren.get("/admin/health").get("indicator").textValue());
        clock.forward(Duration.ofMinutes(65));
        assertEquals("🟢", wren.get("/admin/health").get("indicator").textValue());
        assertEquals(
                5, wren.get("/admin/errors?hours=2&limit=3").get("total_errors").intValue());
        assertEquals(3, wren.get("/admin/errors?hours=2&limit=3").get("recent").size());
    }

    @Test
    void a_part_that_is_down_is_red_and_health_still_answers() throws IOException {
        var wren = office.as("wren");
        broken.set(new Unavailable(Part.INDEX, new IOException(SECRET)));
        assertTold("""
                {"status": "unhealthy", "indicator": "🔴",
                 "services": {"database": {"status": "connected"}, "weaviate": {"status": "disconnected", "chunks_stored": 0}},
                 "recent_errors": 0, "unrecorded": 0, "error": null}""", wren.get("/admin/health"));
    }

    @Test
    void work_that_breaks_off_is_an_error_of_ingestion() throws IOException {
        var wren = office.as("wren");
        broken.set(new IllegalStateException(SECRET));
        try {
            wren.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
        } catch (IllegalStateException brokeOff) {
            broken.set(null);
        }
        var error = wren.get("/admin/errors").get("recent").get(0);
        assertEquals("ingestion", error.get("component").textValue());
        assertEquals("work-broken-off", error.get("error_type").textValue());
    }

    @Test
    void a_log_that_cannot_be_written_breaks_nothing_and_is_counted() throws IOException {
        var down = new AtomicReference<>(false);
        var chats = watched(Table.class, table, (method, arguments) -> {
            if (down.get() && method.equals("write") && arguments[0] instanceof List<?> writes && isLog(writes))
                throw new Unavailable(Part.TABLE, new IOException(SECRET));
        });
        var other = new Office(table, chats, clock);
        var wren = other.as("wren");
        down.set(true);
        var chat = wren.chat();
        wren.ask(chat, Office.QUESTION, Duration.ZERO);
        down.set(false);
        assertEquals(2, wren.get("/chats/" + chat).get("message_count").intValue());
        assertEquals(2, wren.get("/admin/health").get("unrecorded").intValue());
        assertEquals(0, wren.get("/admin/stats").get("chat").get("sessions").intValue());
    }

    private static boolean isLog(List<?> writes) {
        return writes.stream()
                .anyMatch(write ->
                        write instanceof Write one && one.key().partition().startsWith("activity#"));
    }

    @Test
    void deeds_are_in_the_log_under_their_persons_without_a_word_of_what_they_were_about() throws IOException {
        var wren = office.as("wren");
        var id = wren.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
        wren.send(200, "PATCH", "/documents/" + id, Map.of("title", SECRET, "tags", List.of("cellar")));
        wren.uploaded("guide.pdf&replace=true", TextReader.pdf("Another text."), Duration.ZERO);
        var robin = office.as("robin");
        var chat = robin.chat();
        robin.send(200, "PATCH", "/chats/" + chat, Map.of("title", SECRET));
        robin.ask(chat, SECRET, Duration.ZERO);
        robin.get("/chats/" + chat + "/export?format=json");
        robin.send(200, "DELETE", "/chats");
        wren.send(200, "DELETE", "/documents/" + id);

        assertEquals(
                List.of("delete wren", "process -", "replace wren", "describe wren", "process -", "upload wren"),
                deeds("documents"));
        assertEquals(
                List.of("delete robin", "export robin", "question robin", "rename robin", "create robin"),
                deeds("chat"));
        assertFalse(rows().contains("cellar"), this::rows);
        var targets = wren.get("/admin/activity-logs?log_type=documents").findValuesAsText("target");
        assertEquals(id, targets.getFirst(), "an erased document has no name any more");
        assertEquals(
                List.of(),
                office.as("other", "mole").get("/admin/activity-logs").findValues("target"));
    }

    private List<String> deeds(String type) throws IOException {
        var logs =
                office.as("wren").get("/admin/activity-logs?log_type=" + type).get("logs");
        return logs.valueStream()
                .map(entry -> entry.get("action").textValue() + " "
                        + entry.at("/actor/id").asText("-"))
                .map(deed -> deed.endsWith(" ") ? deed + "-" : deed)
                .toList();
    }

    @Test
    void an_index_that_was_made_anew_is_in_the_log_of_each_tenant_it_serves() throws IOException {
        var rebuilt = new Office(table, table, clock, new MemorySpaces());
        rebuilt.as("wren").uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
        var migration = rebuilt.app().background().migration();
        var index = migration.again();
        migration.run(() -> {});
        assertEquals(List.of("index_rebuilt -", "process -", "upload wren"), deeds("documents"));
        var entry = rebuilt.as("wren")
                .get("/admin/activity-logs?limit=1")
                .get("logs")
                .get(0);
        assertEquals(index.name(), entry.get("target").textValue());
        assertEquals(1, entry.at("/details/documents").intValue());
    }

    @Test
    void the_log_is_kept_for_ninety_days_and_the_ledger_for_four_hundred() throws IOException {
        var robin = office.as("robin");
        robin.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ZERO);
        var chat = robin.chat();
        for (var kept : Map.of(
                        "activity#mill#2026-01-02",
                        90,
                        "slices#mill#2026-01-02",
                        32,
                        "days#mill",
                        400,
                        "calls#mill#2026-01",
                        400)
                .entrySet()) {
            var rows = table.query(kept.getKey(), "", Order.ASCENDING, 10, Optional.empty())
                    .items();
            assertFalse(rows.isEmpty(), kept.getKey());
            for (var row : rows) {
                var days = Duration.between(clock.instant(), row.expires().orElseThrow())
                        .plusSeconds(1)
                        .toDays();
                assertEquals(kept.getValue().longValue(), days, kept.getKey());
            }
        }
        assertTrue(robin.get("/chats/" + chat).has("title"));
    }

    @Test
    void however_much_happened_a_route_reads_a_few_times() throws IOException {
        var asked = new AtomicInteger();
        var counted = watched(Table.class, table, (method, _) -> {
            if (method.equals("query") || method.equals("get")) asked.incrementAndGet();
        });
        var busy = new Office(counted, counted, clock);
        var wren = busy.as("wren");
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 20; i++) wren.chat();
            clock.forward(Duration.ofDays(1));
        }
        for (var most : Map.of(
                        "/admin/stats?period=30d",
                        2,
                        "/admin/chat-stats",
                        2,
                        "/admin/costs?days=365",
                        1,
                        "/admin/errors?hours=24&limit=200",
                        4,
                        "/admin/activity-logs?hours=168&limit=200",
                        28,
                        "/admin/health",
                        8)
                .entrySet()) {
            asked.set(0);
            wren.get(most.getKey());
            assertTrue(asked.get() <= most.getValue(), () -> most.getKey() + " reads " + asked + " times");
        }
        assertEquals(
                600,
                wren.get("/admin/stats?period=30d").get("chat").get("sessions").intValue());
        assertEquals(
                140,
                wren.get("/admin/activity-logs?hours=168&limit=200")
                        .get("total")
                        .intValue());
    }
}
