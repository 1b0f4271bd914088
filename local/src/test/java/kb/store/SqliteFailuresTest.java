package kb.store;

import static kb.store.TableContract.DONE;
import static kb.store.TableContract.item;
import static kb.store.TableContract.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite when something is wrong: held by another, damaged, gone. */
class SqliteFailuresTest {
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

    @Test
    void a_file_that_another_process_writes_is_unavailable_at_the_deadline() throws SQLException {
        table.write(Write.put(item("a", Map.of())));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(3),
                    () -> assertThrows(
                            Unavailable.class, () -> soon(() -> table.write(Write.put(item("b", Map.of()))))));
            assertEquals(Part.TABLE, failure.part());
            assertEquals(Optional.of(item("a", Map.of())), soon(() -> table.get(key("a"))));
        }
        assertEquals(DONE, table.write(Write.put(item("b", Map.of()))));
    }

    @Test
    void a_write_that_waits_for_another_is_unavailable_at_the_deadline() throws Exception {
        var writing = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow = new SqliteTable(database, "knowledge-base-documents", new HeldClock(clock, writing, go));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = threads.submit(() -> slow.write(Write.put(item("a", Map.of()))));
            writing.await();
            try {
                var failure = assertTimeoutPreemptively(
                        Duration.ofSeconds(3),
                        () -> assertThrows(
                                Unavailable.class, () -> soon(() -> table.write(Write.put(item("b", Map.of()))))));
                assertEquals(Part.TABLE, failure.part());
            } finally {
                go.countDown();
            }
            assertEquals(DONE, written.get());
        }
    }

    /** Is asked for the time in the middle of a transaction, and thinks about it. */
    private static final class HeldClock extends Clock {
        private final Clock clock;
        private final CountDownLatch asked;
        private final CountDownLatch go;

        HeldClock(Clock clock, CountDownLatch asked, CountDownLatch go) {
            this.clock = clock;
            this.asked = asked;
            this.go = go;
        }

        @Override
        public Instant instant() {
            asked.countDown();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }
    }

    private static <T> T soon(Supplier<T> work) {
        return Deadline.after(Duration.ofMillis(100)).keep(work);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named(@TempDir Path folder) throws IOException {
        var notAFolder = Files.writeString(folder.resolve("data"), "a file");
        var failure = assertThrows(IllegalStateException.class, () -> new SqliteDatabase(notAFolder.resolve("kb.db")));
        assertEquals(
                "cannot write the database %s: give its folder space and rights".formatted(notAFolder.resolve("kb.db")),
                failure.getMessage());
    }

    @Test
    void a_damaged_file_is_named(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("kb.db"), "not a database, but long enough to be taken for one");
        var failure = assertThrows(IllegalStateException.class, () -> new SqliteDatabase(file));
        assertEquals(
                "cannot use the database %s (SQLITE_NOTADB): put a copy of it there, or set DATA_DIR to another folder"
                        .formatted(file),
                failure.getMessage());
    }

    @Test
    void a_closed_database_is_unavailable() {
        database.close();
        assertThrows(Unavailable.class, () -> table.get(key("a")));
        assertThrows(Unavailable.class, () -> table.write(Write.put(item("a", Map.of()))));
    }
}
