package kb.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.outside.Unavailable;
import kb.store.MemoryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a migration runs: dry, again, interrupted, and on what is no old service. */
class MigrationTest {
    @TempDir
    Path folder;

    private Move move;

    @BeforeEach
    void tables() {
        move = new Move(folder);
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
        var dry = move.run(true);
        assertEquals("this was a dry run: nothing was written", dry.lines().getLast());
        var said = move.report();
        var wet = move.run(false);
        assertEquals(dry.lines().subList(0, dry.lines().size() - 1), wet.lines());
        assertEquals(said, move.report());
        assertTrue(wet.lines().contains("messages: 100 rows: 100 taken over"), () -> wet.lines()
                .toString());
    }

    @Test
    void a_second_run_changes_nothing() throws Exception {
        some();
        move.run(false);
        var again = move.run(false);
        assertEquals(
                List.of(
                        "documents: 5 rows: 5 taken over before",
                        "messages: 100 rows: 100 taken over before",
                        "sessions: 5 rows: 5 taken over before"),
                again.lines());
        assertEquals(20, move.chat("u1", "s3").messages().size());
    }

    @Test
    void interrupted_anywhere_it_goes_on_where_it_was() throws Exception {
        some();
        move.run(false);
        var expected = seen(move);
        var interruptions = 0;
        for (int writes = 0; ; writes++, interruptions++) {
            var table = new MemoryTable(Move.CLOCK);
            var failing = new Failing(table, writes);
            try {
                new Move(folder, failing, failing).run(false);
                break;
            } catch (Unavailable interrupted) {
                var again = new Move(folder, table, table);
                again.run(false);
                assertEquals(expected, seen(again), "after %d writes".formatted(writes));
            }
        }
        assertEquals(5 + 1 + 5 * 4, interruptions); // the tenant, five documents, and five chats of twenty messages
    }

    /** All that can be seen of it. */
    private static Map<String, Object> seen(Move move) throws Exception {
        var seen = new HashMap<String, Object>();
        for (var row : move.report().keySet()) {
            var name = row.substring(row.indexOf(' ') + 1);
            if (row.startsWith("documents ")) seen.put(row, move.document(row));
            if (row.startsWith("sessions ")) seen.put(row, move.chat("u1", name));
        }
        return seen;
    }

    @Test
    void what_is_no_old_service_is_named() throws Exception {
        Files.writeString(folder.resolve("documents.db"), "not a database ".repeat(100));
        var damaged = assertThrows(IllegalStateException.class, () -> move.run(false));
        assertTrue(
                damaged.getMessage().startsWith(folder.resolve("documents.db") + " cannot be read ("),
                damaged::getMessage);
        Files.delete(folder.resolve("documents.db"));
        Files.createFile(folder.resolve("chat_sessions.db"));
        var empty = assertThrows(IllegalStateException.class, () -> move.run(false));
        assertEquals(
                folder.resolve("chat_sessions.db") + " has no table sessions: name the folder of the old service",
                empty.getMessage());
    }
}
