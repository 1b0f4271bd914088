package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, NoClassDefFoundError.class})
    void whatever_ends_a_transaction_early_undoes_it_and_the_next_one_goes_on(Class<? extends Throwable> kind)
            throws Exception {
        var broken = kind.getDeclaredConstructor().newInstance();
        try (var database = new SqliteDatabase(folder.resolve("kb.db"))) {
            database.write(
                    session -> session.connection().createStatement().executeUpdate("CREATE TABLE ferry (hour)"));
            assertThrows(
                    kind,
                    () -> database.write(session -> {
                        session.connection().createStatement().executeUpdate("INSERT INTO ferry VALUES (9)");
                        if (broken instanceof Error error) throw error;
                        throw (RuntimeException) broken;
                    }));
            database.write(
                    session -> session.connection().createStatement().executeUpdate("INSERT INTO ferry VALUES (10)"));
            assertEquals("10", hours(database));
        }
    }

    /** A statement in the middle of its results would show its reader the rows of that moment for ever. */
    @Test
    void a_read_that_broke_off_keeps_no_reader_in_the_past() {
        try (var database = new SqliteDatabase(folder.resolve("kb.db"))) {
            database.write(
                    session -> session.connection().createStatement().executeUpdate("CREATE TABLE ferry (hour)"));
            for (int hour = 9; hour < 11; hour++) sail(database, hour);
            for (int reader = 0; reader < 9; reader++)
                assertThrows(StackOverflowError.class, () -> database.read(SqliteDatabaseTest::halfway));
            sail(database, 11);
            for (int reader = 0; reader < 9; reader++)
                assertEquals("9,10,11", database.read(SqliteDatabaseTest::hours));
        }
    }

    private static void sail(SqliteDatabase database, int hour) {
        database.write(session -> session.with("INSERT INTO ferry VALUES (?)", insert -> {
            insert.setInt(1, hour);
            return insert.executeUpdate();
        }));
    }

    private static String halfway(SqliteSession session) throws SQLException {
        return session.with("SELECT hour FROM ferry", select -> {
            select.executeQuery().next();
            throw new StackOverflowError();
        });
    }

    @Test
    void a_statement_is_prepared_once_and_keeps_nothing_of_what_was_bound_to_it() throws SQLException {
        try (var database = new SqliteDatabase(folder.resolve("kb.db"))) {
            database.<Void>write(session -> {
                var first = session.with("SELECT ?", select -> {
                    select.setString(1, "kept");
                    return select;
                });
                assertSame(first, session.with("SELECT ?", select -> select));
                try (var row = first.executeQuery()) {
                    assertEquals(null, row.getString(1));
                }
                return null;
            });
        }
    }

    private static String hours(SqliteDatabase database) {
        return database.write(SqliteDatabaseTest::hours);
    }

    private static String hours(SqliteSession session) throws SQLException {
        var rows = session.connection().createStatement().executeQuery("SELECT group_concat(hour) FROM ferry");
        rows.next();
        return rows.getString(1);
    }
}
