package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kb.histories.MemoryIndex;
import kb.histories.OneSpace;
import kb.histories.TextReader;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.ChunkIndex;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Table;
import kb.store.Write;
import org.junit.jupiter.api.Test;

/** What is told of what went wrong, by number and kind. The clock begins at 03:04:05.678. */
class ErrorsTest {
    private static final String SECRET = "the cellar key hangs behind the clock";

    private final MovableClock clock = new MovableClock();
    private final MemoryTable table = new MemoryTable(clock);
    private final AtomicReference<RuntimeException> broken = new AtomicReference<>();
    private final Office office = new Office(
            table, table, clock, new OneSpace(Watched.over(ChunkIndex.class, new MemoryIndex(), this::fail)));

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
        assertFalse(StoredLog.of(table).contains("cellar"), "a message is in the table");
        assertEquals(
                0,
                office.as("other", "robin")
                        .get("/admin/errors")
                        .get("total_errors")
                        .intValue());
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
    void figures_that_cannot_be_written_break_nothing_and_are_counted() throws IOException {
        var down = new AtomicReference<>(false);
        var chats = Watched.over(Table.class, table, (method, arguments) -> {
            if (down.get() && method.equals("write") && arguments[0] instanceof List<?> writes && isFigure(writes))
                throw new Unavailable(Part.TABLE, new IOException(SECRET));
        });
        var other = new Office(table, chats, clock);
        var wren = other.as("wren");
        down.set(true);
        var chat = wren.chat();
        wren.ask(chat, Office.QUESTION, Duration.ZERO);
        down.set(false);
        assertEquals(2, wren.get("/chats/" + chat).get("message_count").intValue());
        var logs = wren.get("/admin/activity-logs?log_type=chat").get("logs");
        assertEquals(List.of("question", "create"), logs.findValuesAsText("action"));
        assertEquals(2, wren.get("/admin/health").get("unrecorded").intValue());
        assertEquals(0, wren.get("/admin/stats").get("chat").get("sessions").intValue());
    }

    private static boolean isFigure(List<?> writes) {
        return writes.stream()
                .anyMatch(write ->
                        write instanceof Write one && one.key().partition().startsWith("slices#"));
    }
}
