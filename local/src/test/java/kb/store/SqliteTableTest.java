package kb.store;

import static kb.store.TableContract.DONE;
import static kb.store.TableContract.item;
import static kb.store.TableContract.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTableTest
        implements TableContract,
                TableConditionContract,
                TableQueryContract,
                TableTimeContract,
                TableCrowdContract,
                TableRecordContract {
    private final MovableClock clock = new MovableClock();
    private Path file;
    private SqliteDatabase database;
    private Table table;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("data").resolve("kb.db");
        database = new SqliteDatabase(file);
        table = new SqliteTable(database, "knowledge-base-documents", clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Test
    void data_survives_reopening() {
        table.write(Write.put(item("doc", Map.of("title", "Tea"))));
        database.close();
        database = new SqliteDatabase(file);
        var reopened = new SqliteTable(database, "knowledge-base-documents", clock);
        assertEquals(Optional.of(item("doc", Map.of("title", "Tea"))), reopened.get(key("doc")));
    }

    @Test
    void two_tables_in_one_file_know_nothing_of_each_other() {
        var chats = new SqliteTable(database, "knowledge-base-chat-history", clock);
        table.write(Write.put(item("a", Map.of("in", "documents"))));
        assertEquals(DONE, chats.write(Write.put(item("a", Map.of("in", "chats")), Condition.ABSENT)));
        assertEquals("documents", table.get(key("a")).orElseThrow().text("in"));
    }

    @Test
    void readers_see_whole_transactions_while_one_writes() throws Exception {
        table.write(Write.put(item("pair", Map.of("a", 0L, "b", 0L))));
        var done = new AtomicBoolean();
        Callable<Integer> read = () -> {
            var reads = 0;
            for (; !done.get() || reads == 0; reads++) {
                var pair = table.get(key("pair")).orElseThrow();
                assertEquals(pair.number("a"), pair.number("b"));
            }
            return reads;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(read);
            var second = threads.submit(read);
            try {
                for (var i = 1L; i <= 200; i++) table.write(Write.put(item("pair", Map.of("a", i, "b", i))));
            } finally {
                done.set(true);
            }
            assertTrue(first.get() > 0 && second.get() > 0);
        }
    }

    @Test
    void expired_items_leave_the_file_with_a_later_write() throws SQLException {
        var soon = Optional.of(clock.instant().plusSeconds(1));
        table.write(Write.put(new Item(key("a"), Map.of(), soon)), Write.put(item("b", Map.of())));
        clock.forward(Duration.ofSeconds(1));
        assertEquals(2, rows());
        table.write(Write.put(item("c", Map.of())));
        assertEquals(2, rows());
    }

    private int rows() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT count(*) FROM \"knowledge-base-documents\"")) {
            return count.getInt(1);
        }
    }
}
