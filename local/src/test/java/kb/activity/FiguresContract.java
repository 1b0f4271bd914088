package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kb.histories.TextReader;
import kb.people.Tenant;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/** What admins are told of a known morning, whichever table keeps it. The clock begins at 2026-01-02T03:04:05.678Z. */
interface FiguresContract {
    MovableClock clock();

    /** Empty. */
    Table table();

    /** One document that is read in 1.5 seconds, one that is damaged, three questions of which two are answered. The first embeds what is unrelated, too. */
    record Morning(Office office, String guide, String junk, String chat) {
        static Morning of(Table table, MovableClock clock) throws IOException {
            var office = new Office(table, table, clock);
            var wren = office.as("wren");
            var guide = wren.uploaded("guide.pdf", TextReader.pdf(Office.FEE), Duration.ofMillis(1_500));
            var junk = wren.uploaded("junk.pdf", "%PDF-junk".getBytes(), Duration.ofMillis(500));
            var robin = office.as("robin");
            var chat = robin.chat();
            robin.ask(chat, Office.QUESTION, Duration.ofMillis(40));
            robin.ask(chat, Office.QUESTION, Duration.ofMillis(60));
            robin.ask(chat, "Does tungsten boil?", Duration.ofHours(1));
            robin.send(200, "POST", "/search", Map.of("query", "card"));
            return new Morning(office, guide, junk, chat);
        }

        void tells(String target, String expected) throws IOException {
            var json = office.as("wren").get(target).toString();
            var named = json.replace(guide, "GUIDE").replace(junk, "JUNK").replace(chat, "CHAT");
            var mapper = new ObjectMapper();
            assertEquals(mapper.readTree(expected), mapper.readTree(named), target);
        }
    }

    @Test
    default void questions_are_counted_with_their_times_tokens_and_costs() throws IOException {
        Morning.of(table(), clock()).tells("/admin/chat-stats", """
                {"total_sessions": 1, "total_messages": 6, "total_tokens": 670, "total_cost_usd": 0.00071,
                 "avg_response_time_ms": 33,
                 "search_stats": {"avg_chunks_retrieved": 1.0, "avg_chunks_used": 0.67},
                 "by_stage": {"answer": {"calls": 2, "tokens": 240, "cost": 0.00028},
                              "document_embedding": {"calls": 4, "tokens": 400, "cost": 4.0E-4},
                              "question_embedding": {"calls": 3, "tokens": 30, "cost": 3.0E-5}},
                 "p50_response_time_ms": 40, "p95_response_time_ms": 60, "p99_response_time_ms": 60,
                 "period": "24h", "since": "2026-01-01T03:00:00Z"}""");
    }

    @Test
    default void documents_are_counted_with_what_became_of_them() throws IOException {
        Morning.of(table(), clock()).tells("/admin/documents?period=1h", """
                {"documents_processed": 2, "total_chunks": 1, "total_tokens": 100, "total_cost_usd": 1.0E-4,
                 "avg_processing_time_ms": 1000, "success_rate": 50.0,
                 "by_stage": {"document_embedding": {"calls": 1, "tokens": 100, "cost": 1.0E-4}},
                 "recent_uploads": [
                   {"pipeline_id": "JUNK", "filename": "junk.pdf", "uploaded_by": "WREN", "timestamp": "2026-01-02T03:04:07.178Z",
                    "chunks": 0, "tokens_used": 0, "cost_usd": 0.0, "status": "failed"},
                   {"pipeline_id": "GUIDE", "filename": "guide.pdf", "uploaded_by": "WREN", "timestamp": "2026-01-02T03:04:05.678Z",
                    "chunks": 1, "tokens_used": 100, "cost_usd": 1.0E-4, "status": "success"}],
                 "period": "1h", "since": "2026-01-02T02:00:00Z"}""");
    }

    @Test
    default void what_search_finds_is_listed_and_counted() throws IOException {
        Morning.of(table(), clock()).tells("/admin/weaviate-documents", """
                {"documents": [{"doc_id": "GUIDE", "filename": "guide.pdf", "upload_date": "2026-01-02T03:04:05.678Z",
                   "uploaded_by": "WREN", "version": 1, "total_chunks": 1, "page_count": 1, "file_size_bytes": 64,
                   "weaviate_doc_id": "GUIDE"}],
                 "total_documents": 1, "total_chunks": 1}""");
    }

    @Test
    default void costs_are_the_ledgers_by_operation_model_and_day() throws IOException {
        var morning = Morning.of(table(), clock());
        morning.office().clock.forward(Duration.ofDays(2));
        morning.office().as("robin").send(200, "POST", "/search", Map.of("query", "card"));
        morning.tells("/admin/costs?days=4", """
                {"period": "4d", "total_cost_usd": 8.3E-4,
                 "by_operation": {"document_processing": 1.0E-4, "chat": 0.00071, "search": 2.0E-5},
                 "by_model": {"embed": {"cost": 5.5E-4, "tokens": 550}, "m": {"cost": 0.00028, "tokens": 240}},
                 "daily_trend": [{"date": "2026-01-04", "cost": 1.0E-5}, {"date": "2026-01-03", "cost": 0.0},
                                 {"date": "2026-01-02", "cost": 8.2E-4}, {"date": "2026-01-01", "cost": 0.0}]}""");
        morning.tells("/admin/costs?days=2", """
                {"period": "2d", "total_cost_usd": 1.0E-5,
                 "by_operation": {"document_processing": 0.0, "chat": 0.0, "search": 1.0E-5},
                 "by_model": {"embed": {"cost": 1.0E-5, "tokens": 10}},
                 "daily_trend": [{"date": "2026-01-04", "cost": 1.0E-5}, {"date": "2026-01-03", "cost": 0.0}]}""");
    }

    @Test
    default void the_figures_at_a_glance_are_the_same_and_end_with_their_period() throws IOException {
        var morning = Morning.of(table(), clock());
        morning.tells("/admin/stats?period=7d", """
                {"period": "7d", "documents": {"processed": 2, "chunks_created": 1, "tokens": 100, "cost_usd": 1.0E-4},
                 "chat": {"sessions": 1, "messages": 6, "tokens": 670, "cost_usd": 0.00071, "avg_response_time_ms": 33},
                 "search": {"tokens": 10, "cost_usd": 1.0E-5}, "totals": {"tokens": 780, "cost_usd": 8.2E-4},
                 "since": "2025-12-26T03:00:00Z"}""");
        morning.office().clock.forward(Duration.ofDays(1));
        morning.office().as("robin").chat();
        morning.tells("/admin/stats?period=fortnight", """
                {"period": "fortnight", "documents": {"processed": 2, "chunks_created": 1, "tokens": 100, "cost_usd": 1.0E-4},
                 "chat": {"sessions": 2, "messages": 6, "tokens": 670, "cost_usd": 0.00071, "avg_response_time_ms": 33},
                 "search": {"tokens": 10, "cost_usd": 1.0E-5}, "totals": {"tokens": 780, "cost_usd": 8.2E-4},
                 "since": "2026-01-02T03:00:00Z"}""");
        morning.tells("/admin/stats?period=6h", """
                {"period": "6h", "documents": {"processed": 0, "chunks_created": 0, "tokens": 0, "cost_usd": 0.0},
                 "chat": {"sessions": 1, "messages": 0, "tokens": 0, "cost_usd": 0.0, "avg_response_time_ms": 0},
                 "search": {"tokens": 0, "cost_usd": 0.0}, "totals": {"tokens": 0, "cost_usd": 0.0},
                 "since": "2026-01-02T21:00:00Z"}""");
    }

    @Test
    default void the_log_says_who_did_what_newest_first() throws IOException {
        var morning = Morning.of(table(), clock());
        morning.tells("/admin/activity-logs?log_type=documents", """
                {"logs": [
                   {"type": "document", "timestamp": "2026-01-02T03:04:07.678Z", "action": "process", "target": "junk.pdf",
                    "success": false, "actor": null, "error": "damaged",
                    "details": {"chunks_created": 0, "cost_usd": 0.0, "document_id": "JUNK", "duration_ms": 500, "tokens": 0, "uploaded_by": "WREN"}},
                   {"type": "document", "timestamp": "2026-01-02T03:04:07.178Z", "action": "upload", "target": "junk.pdf",
                    "success": true, "actor": {"id": "wren", "name": "WREN"}, "error": null,
                    "details": {"chunks_created": 0, "cost_usd": 0.0, "document_id": "JUNK", "duration_ms": 0, "tokens": 0, "uploaded_by": "WREN", "version": 1}},
                   {"type": "document", "timestamp": "2026-01-02T03:04:07.178Z", "action": "process", "target": "guide.pdf",
                    "success": true, "actor": null, "error": null,
                    "details": {"chunks_created": 1, "cost_usd": 1.0E-4, "document_id": "GUIDE", "duration_ms": 1500, "tokens": 100, "uploaded_by": "WREN"}},
                   {"type": "document", "timestamp": "2026-01-02T03:04:05.678Z", "action": "upload", "target": "guide.pdf",
                    "success": true, "actor": {"id": "wren", "name": "WREN"}, "error": null,
                    "details": {"chunks_created": 0, "cost_usd": 0.0, "document_id": "GUIDE", "duration_ms": 0, "tokens": 0, "uploaded_by": "WREN", "version": 1}}],
                 "total": 4, "period_hours": 24, "filter": "documents", "since": "2026-01-01T03:00:00Z"}""");
        morning.tells("/admin/activity-logs?log_type=chat&limit=2&hours=1", """
                {"logs": [
                   {"type": "chat", "timestamp": "2026-01-02T03:04:07.778Z", "action": "question", "target": "CHAT",
                    "success": true, "actor": {"id": "robin", "name": "ROBIN"}, "error": null,
                    "details": {"chunks_retrieved": 1, "chunks_used": 0, "cost_usd": 1.1E-4, "duration_ms": 0, "status": "not_in_documents", "tokens": 110}},
                   {"type": "chat", "timestamp": "2026-01-02T03:04:07.778Z", "action": "question", "target": "CHAT",
                    "success": true, "actor": {"id": "robin", "name": "ROBIN"}, "error": null,
                    "details": {"chunks_retrieved": 1, "chunks_used": 1, "cost_usd": 2.5E-4, "duration_ms": 60, "status": "answered", "tokens": 230}}],
                 "total": 4, "period_hours": 1, "filter": "chat", "since": "2026-01-02T02:00:00Z"}""");
        morning.tells("/admin/activity-logs?log_type=admin&limit=1", """
                {"logs": [
                   {"type": "admin", "timestamp": "2026-01-02T03:04:07.778Z", "action": "read", "target": "/admin/activity-logs",
                    "success": true, "actor": {"id": "wren", "name": "WREN"}, "error": null, "details": {}}],
                 "total": 2, "period_hours": 24, "filter": "admin", "since": "2026-01-01T03:00:00Z"}""");
        morning.tells("/admin/activity-logs?log_type=gossip", """
                {"logs": [], "total": 0, "period_hours": 24, "filter": "gossip", "since": "2026-01-01T03:00:00Z"}""");
    }

    @Test
    default void of_fifty_deeds_at_once_none_is_lost_or_counted_twice() throws Exception {
        var table = table();
        var activity = new Activity(table, table, clock());
        var mill = new Tenant("mill");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Collections.<Callable<Boolean>>nCopies(
                    50,
                    () -> activity.of(mill, () -> {
                        Activity.did(Deed.of(Kind.CHAT, "create", "7").counting("chats", 1));
                        return true;
                    }));
            for (var one : threads.invokeAll(all)) one.get();
        }
        var tallies = new Tallies(table, clock());
        var log = new ActivityLog(table, table, tallies, clock());
        var since = tallies.since(Duration.ofHours(1));
        assertEquals(0, activity.lost());
        assertEquals(50, tallies.count(mill, since).of("chats"));
        assertEquals(50, tallies.days(mill, 1).getFirst().tally().of("chats"));
        assertEquals(50, log.count(mill, Kind.DAILY, since));
        assertEquals(50, log.entries(mill, Kind.DAILY, since, 200).size());
    }
}
