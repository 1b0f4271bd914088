package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kb.histories.MemorySpaces;
import kb.histories.TextReader;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Order;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/** What is written down of what people do, how long it is kept, and what it costs to read it. */
class RecordingTest {
    private static final String SECRET = "the cellar key hangs behind the clock";

    private final MovableClock clock = new MovableClock();
    private final MemoryTable table = new MemoryTable(clock);
    private final Office office = new Office(table, table, clock);

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
        assertFalse(StoredLog.of(table).contains("cellar"), () -> StoredLog.of(table));
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
        var counted = Watched.over(Table.class, table, (method, _) -> {
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
