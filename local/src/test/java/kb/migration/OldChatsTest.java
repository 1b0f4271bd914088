package kb.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kb.chat.Message;
import kb.people.Person;
import kb.usage.Ledger;
import kb.usage.Prices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the rows of chat_sessions.db, those that are as they should be and those that are not. */
class OldChatsTest {
    @TempDir
    Path folder;

    private Move move;

    @BeforeEach
    void tables() {
        move = new Move(folder);
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
        assertTrue(move.run(false).whole());
        var said = move.chat("42", "s1").messages();
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
        move.run(false);
        move.run(false);
        assertEquals(new Ledger.Sums(1, 60, 0, 0, 0, 300_000_000), used("2025-03-15T00:00:00Z"));
        assertEquals(new Ledger.Sums(2, 40, 0, 0, 0, 450_000_000), used("2025-04-15T00:00:00Z"));
        assertEquals(new Ledger.Sums(0, 0, 0, 0, 0, 0), used("2026-11-29T00:00:00Z"));
    }

    private Ledger.Sums used(String when) {
        var month = Clock.fixed(Instant.parse(when), ZoneOffset.UTC);
        return new Ledger(move.chats(), Prices.NONE, UUID::randomUUID, month).sums(new Person(Move.TENANT, "42", "42"));
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
        var result = move.run(false);
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
        assertEquals(12, move.report().size());
        var said = move.chat("u1", "s1").messages();
        assertEquals(
                List.of("First", "See this (link)"),
                said.stream().map(Message::content).toList());
        assertEquals(
                "See <b>this</b> ![x](https://example.org/x.png)",
                move.report().get("messages m2").at("/kept_here_alone/content").textValue());
        assertEquals(
                List.of("it counts 20 tokens and $0.1 and has no answer that they could belong to"),
                move.why("sessions s3"));
    }
}
