package kb.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.chat.ChatRecords;
import kb.chat.Conversations;
import kb.chat.Message;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.masking.Masking;
import kb.outside.Unavailable;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.usage.Ledger;
import kb.usage.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of each row of the old files, those that are as they should be and those that are not. */
class MigrationTest {
    private static final Tenant TENANT = new Tenant("default");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String C = "c".repeat(64);

    @TempDir
    Path folder;

    private final MemoryTable documents = new MemoryTable(CLOCK);
    private final MemoryTable chats = new MemoryTable(CLOCK);

    private Migration.Result run(boolean dry) throws Exception {
        var order = new Migration.Order(folder, TENANT, dry, Optional.of(folder.resolve("report.jsonl")));
        return Migration.run(order, documents, chats, CLOCK);
    }

    /** Rows by their table and the name they had. */
    private Map<String, JsonNode> report() throws Exception {
        var rows = new HashMap<String, JsonNode>();
        for (var line : Files.readAllLines(folder.resolve("report.jsonl"))) {
            var row = new ObjectMapper().readTree(line);
            rows.put(row.get("table").textValue() + " " + row.get("name").textValue(), row);
        }
        return rows;
    }

    private UUID as(String row) throws Exception {
        return UUID.fromString(report().get(row).get("as").textValue());
    }

    private Document document(String row) throws Exception {
        return new Catalog(documents, CLOCK).find(TENANT, as(row)).orElseThrow();
    }

    private List<Message> messages(String owner, String session) throws Exception {
        return new ChatRecords(new Conversations(chats, Masking.NONE), CLOCK)
                .transcript(new Person(TENANT, owner, owner), as("sessions " + session))
                .orElseThrow()
                .messages();
    }

    @Test
    void a_document_waits_for_its_bytes_and_keeps_its_versions() throws Exception {
        try (var old = new OldService(folder)) {
            old.document(
                    "'d1', 'guide.pdf', '2025-03-01T09:00:00+08:00', 1234, 7, 'Ann', '" + B + "', 2, 'w1', '{}', 2");
            old.version("'v1', 'd0', 'guide.pdf', 1, '2025-02-01T09:00:00', '2025-03-01T09:00:00', 1000, 5, NULL, '" + A
                    + "', 1, 'd1'");
        }
        assertEquals(
                List.of("document_versions: 1 row: 1 taken over", "documents: 1 row: 1 taken over"),
                run(false).lines());
        var live = document("documents d1");
        assertEquals("guide.pdf", live.name().filename());
        assertEquals(2, live.name().version());
        assertTrue(live.current());
        assertEquals("source_missing", live.state().error().orElseThrow().code());
        assertEquals(new kb.documents.Source(B, 1234, "Ann", Instant.parse("2025-03-01T01:00:00Z")), live.source());
        var earlier = document("document_versions v1");
        assertEquals(1, earlier.name().version());
        assertFalse(earlier.current());
        assertEquals(
                new kb.documents.Source(A, 1000, "anonymous", Instant.parse("2025-02-01T01:00:00Z")), earlier.source());
        assertEquals(
                "w1",
                report().get("documents d1")
                        .at("/kept_here_alone/weaviate_doc_id")
                        .textValue());
    }

    @Test
    void odd_rows_of_documents_are_taken_over_or_listed() throws Exception {
        try (var old = new OldService(folder)) {
            old.document("'d1', 'a/b\nc.pdf', 'yesterday', NULL, NULL, NULL, '" + A.toUpperCase(java.util.Locale.ROOT)
                    + "', NULL, NULL, 'no json', NULL");
            old.document("'d2', 'a-b c.pdf', '2025-03-01', 'many', 1, 'Bo', '" + B + "', NULL, NULL, NULL, 1");
            old.document("'d3', '   ', '2025-03-01', 1, 1, 'Bo', '" + C + "', NULL, NULL, NULL, 1");
            old.document("'d4', NULL, '2025-03-01', 1, 1, 'Bo', '" + C.replace('c', 'd') + "', NULL, NULL, NULL, 1");
            old.document("'d5', 'x.pdf', '2025-03-01', 1, 1, 'Bo', 'not a hash', NULL, NULL, NULL, 1");
            old.document("NULL, 'y.pdf', '2025-03-01 10:00:00.5', 1, 1, 'Bo', '" + C.replace('c', 'e')
                    + "', NULL, NULL, NULL, 1");
            old.version("'v1', 'd9', 'gone.pdf', 1, '2025-01-01', '2025-01-02', 1, 1, 'Bo', '" + C + "', 1, NULL");
            old.version("'v2', 'd9', 'gone.pdf', 1, '2025-01-01', '2025-01-02', 1, 1, 'Bo', '" + B + "', 1, NULL");
            old.version("'v3', 'd9', 'gone.pdf', NULL, '2025-01-01', '2025-01-02', 1, 1, 'Bo', '" + A + "', 1, NULL");
            old.version("'v4', 'd9', 'gone.pdf', 3, NULL, '2025-01-02', 1, 1, 'Bo', NULL, 1, NULL");
        }
        var result = run(false);
        assertFalse(result.whole());
        assertEquals(
                List.of(
                        "documents d3: nothing of its file_name makes a name",
                        "documents d4: nothing of its file_name makes a name",
                        "document_versions v3: it has no version_number",
                        "document_versions v2: its name has a version of that number already",
                        "document_versions v4: its content_hash is no SHA-256, so that nobody could bring its bytes: upload it anew",
                        "documents d5: its content_hash is no SHA-256, so that nobody could bring its bytes: upload it anew",
                        "document_versions: 4 rows: 1 taken over, 3 not taken over",
                        "documents: 6 rows: 3 taken over, 3 not taken over"),
                result.lines());
        assertEquals(10, report().size());
        assertEquals("a-b c.pdf", document("documents d2").name().filename());
        var renamed = document("documents d1");
        assertEquals("a-b c (2).pdf", renamed.name().filename());
        assertEquals(A, renamed.source().sha256());
        assertEquals(
                List.of(
                        "its size is not known until it is uploaded",
                        "it says no upload_date: 1970-01-01 stands for it",
                        "it is called \"a-b c (2).pdf\" here",
                        "it is version 1 here"),
                texts(report().get("documents d1").get("why")));
        assertEquals("y.pdf", document("documents row 6").name().filename());
        assertFalse(document("document_versions v1").current());
    }

    private static List<String> texts(JsonNode list) {
        return new ObjectMapper().convertValue(list, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    @Test
    void a_chat_arrives_whole_in_its_order_with_its_owner_and_what_it_took() throws Exception {
        try (var old = new OldService(folder)) {
            old.session(
                    "'s1', '42', NULL, '2025-03-01T09:00:00', '2025-03-01T09:05:00', 4, 100, 0.5, NULL, '{\"total_chunks_used\": 3}'");
            old.message("'m2', 's1', 'assistant', 'At nine.', '2025-03-01T09:00:02', '[]', '{\"tokens_used\": 60}'");
            old.message("'m1', 's1', 'user', 'When?', '2025-03-01T09:00:01', NULL, NULL");
            old.message("'m4', 's1', 'Assistant', 'Because.', '2025-03-01T09:00:03', '[]', '{\"tokens_used\": 30}'");
            old.message("'m3', 's1', 'user', 'Why?', '2025-03-01T09:00:03', NULL, NULL");
        }
        assertTrue(run(false).whole());
        var said = messages("42", "s1");
        assertEquals(
                List.of("When?", "At nine.", "Because.", "Why?"),
                said.stream().map(Message::content).toList());
        assertEquals(
                List.of(0, 60, 40, 0),
                said.stream().map(message -> message.usage().promptTokens()).toList());
        assertEquals(
                0.5,
                said.stream().mapToDouble(message -> message.usage().costUsd()).sum(),
                1e-12);
        assertEquals(Instant.parse("2025-03-01T09:00:01Z"), said.getFirst().createdAt());
    }

    @Test
    void what_it_took_is_in_the_ledger_of_its_month_and_once() throws Exception {
        try (var old = new OldService(folder)) {
            old.session("'s1', '42', NULL, '2025-03-01', NULL, 2, 100, 0.5, NULL, NULL");
            old.message(
                    "'m1', 's1', 'assistant', 'At nine.', '2025-03-31T23:00:00', '[]', '{\"tokens_used\": 60, \"model\": \"small\"}'");
            old.message("'m2', 's1', 'assistant', 'Because.', '2025-04-01T01:00:00', '[]', '{\"tokens_used\": 30}'");
            old.session("'s2', '42', NULL, '2025-04-02', NULL, 1, 0, 0.25, NULL, NULL");
            old.message("'m3', 's2', 'assistant', 'Free of tokens.', '2025-04-02T01:00:00', '[]', NULL");
        }
        run(false);
        run(false);
        assertEquals(new Ledger.Sums(1, 60, 0, 0, 0, 300_000_000), used("2025-03-15T00:00:00Z"));
        assertEquals(new Ledger.Sums(2, 40, 0, 0, 0, 450_000_000), used("2025-04-15T00:00:00Z"));
        assertEquals(new Ledger.Sums(0, 0, 0, 0, 0, 0), used("2026-11-29T00:00:00Z"));
    }

    private Ledger.Sums used(String when) {
        var month = Clock.fixed(Instant.parse(when), ZoneOffset.UTC);
        return new Ledger(chats, Prices.NONE, UUID::randomUUID, month).sums(new Person(TENANT, "42", "42"));
    }

    @Test
    void odd_rows_of_chats_are_taken_over_or_listed() throws Exception {
        try (var old = new OldService(folder)) {
            old.session("'s1', 'u1', '" + "t".repeat(300) + "', 'soon', NULL, NULL, NULL, NULL, NULL, 'no json'");
            old.session("'s2', NULL, 'Nobody''s', '2025-03-01', NULL, 1, 0, 0, NULL, NULL");
            old.session("'s3', 'u1', 'Empty', '2025-03-01', '2025-03-02', 0, 20, 0.1, NULL, NULL");
            old.message("'m1', 's1', 'user', 'First', NULL, NULL, NULL");
            old.message(
                    "'m2', 's1', 'assistant', 'See <b>this</b> ![x](https://example.org/x.png)', '2025-03-01 10:00:00', NULL, '{'");
            old.message("'m3', 's1', 'system', 'You are kind', '2025-03-01', NULL, NULL");
            old.message("'m4', 's1', 'user', NULL, '2025-03-01', NULL, NULL");
            old.message("'m5', 's1', 'user', x'ff00', '2025-03-01', NULL, NULL");
            old.message("'m6', 's2', 'user', 'Hello', '2025-03-01', NULL, NULL");
            old.message("'m7', 's9', 'user', 'Lost', '2025-03-01', NULL, NULL");
            old.message("NULL, NULL, 'user', 'Nowhere', '2025-03-01', NULL, NULL");
            old.message("'m9', 's1', 'user', '" + "x".repeat(300_001) + "', '2025-03-01', NULL, NULL");
        }
        var result = run(false);
        assertEquals(
                List.of(
                        "messages row 8: its chat is not among the sessions, so nobody knows whose it is",
                        "messages m3: its role is system, and here there are questions and answers only",
                        "messages m4: it says nothing",
                        "messages m5: it says nothing",
                        "messages m9: it has more than 300,000 bytes",
                        "sessions s2: it has no user_id, so nobody could open it",
                        "messages m6: its chat is not taken over",
                        "messages m7: its chat is not among the sessions, so nobody knows whose it is",
                        "messages: 9 rows: 2 taken over, 7 not taken over",
                        "sessions: 3 rows: 2 taken over, 1 not taken over"),
                result.lines());
        assertEquals(12, report().size());
        var said = messages("u1", "s1");
        assertEquals(
                List.of("First", "See this (link)"),
                said.stream().map(Message::content).toList());
        assertEquals(
                "See <b>this</b> ![x](https://example.org/x.png)",
                report().get("messages m2").at("/kept_here_alone/content").textValue());
        assertEquals(
                List.of("it counts 20 tokens and $0.1 and has no answer that they could belong to"),
                texts(report().get("sessions s3").get("why")));
    }

    private void some() throws Exception {
        try (var old = new OldService(folder)) {
            for (int i = 0; i < 5; i++) {
                old.document("'d%1$d', 'f%1$d.pdf', '2025-03-0%2$d', 1, 1, 'Bo', '%3$s', 1, NULL, NULL, 1"
                        .formatted(i, i + 1, String.valueOf(i).repeat(64)));
                old.session("'s%1$d', 'u1', 'Chat', '2025-03-0%2$d', NULL, 0, 0, 0, NULL, NULL".formatted(i, i + 1));
                for (int j = 0; j < 20; j++)
                    old.message("'m%1$d-%2$d', 's%1$d', 'user', 'Question %2$d', '2025-03-0%3$d', NULL, NULL"
                            .formatted(i, j, i + 1));
            }
        }
    }

    @Test
    void a_dry_run_says_the_same_and_writes_nothing() throws Exception {
        some();
        var dry = run(true);
        assertEquals("this was a dry run: nothing was written", dry.lines().getLast());
        var said = report();
        var wet = run(false);
        assertEquals(dry.lines().subList(0, dry.lines().size() - 1), wet.lines());
        assertEquals(said, report());
        assertTrue(wet.lines().contains("messages: 100 rows: 100 taken over"), () -> wet.lines()
                .toString());
    }

    @Test
    void a_second_run_changes_nothing() throws Exception {
        some();
        run(false);
        var again = run(false);
        assertEquals(
                List.of(
                        "documents: 5 rows: 5 taken over before",
                        "messages: 100 rows: 100 taken over before",
                        "sessions: 5 rows: 5 taken over before"),
                again.lines());
        assertEquals(20, messages("u1", "s3").size());
    }

    @Test
    void interrupted_anywhere_it_goes_on_where_it_was() throws Exception {
        some();
        run(false);
        var expected = rows(documents, chats);
        var interruptions = 0;
        for (int writes = 0; ; writes++, interruptions++) {
            var left = new Failing(new MemoryTable(CLOCK), writes);
            var order = new Migration.Order(folder, TENANT, false, Optional.empty());
            try {
                Migration.run(order, left, left, CLOCK);
                break;
            } catch (Unavailable interrupted) {
                Migration.run(order, left.whole(), left.whole(), CLOCK);
                assertEquals(expected, rows(left.whole(), left.whole()), "after %d writes".formatted(writes));
            }
        }
        assertEquals(5 + 1 + 5 * 4, interruptions); // the tenant, five documents, and five chats of twenty messages
    }

    /** All that can be seen of it. */
    private Map<String, Object> rows(kb.store.Table documents, kb.store.Table chats) throws Exception {
        var rows = new HashMap<String, Object>();
        for (var entry : report().entrySet()) {
            if (entry.getKey().startsWith("documents")) {
                var id = UUID.fromString(entry.getValue().get("as").textValue());
                rows.put(
                        entry.getKey(),
                        new Catalog(documents, CLOCK).find(TENANT, id).orElseThrow());
            } else if (entry.getKey().startsWith("sessions")) {
                var id = UUID.fromString(entry.getValue().get("as").textValue());
                rows.put(
                        entry.getKey(),
                        new ChatRecords(new Conversations(chats, Masking.NONE), CLOCK)
                                .transcript(new Person(TENANT, "u1", "u1"), id)
                                .orElseThrow());
            }
        }
        return rows;
    }

    @Test
    void what_is_no_old_service_is_named() throws Exception {
        Files.writeString(folder.resolve("documents.db"), "not a database ".repeat(100));
        var damaged = assertThrows(IllegalStateException.class, () -> run(false));
        assertTrue(
                damaged.getMessage().startsWith(folder.resolve("documents.db") + " cannot be read ("),
                damaged::getMessage);
        Files.delete(folder.resolve("documents.db"));
        Files.createFile(folder.resolve("chat_sessions.db"));
        var empty = assertThrows(IllegalStateException.class, () -> run(false));
        assertEquals(
                folder.resolve("chat_sessions.db") + " has no table sessions: name the folder of the old service",
                empty.getMessage());
    }
}
