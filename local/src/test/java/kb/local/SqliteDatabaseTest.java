package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
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
            database.write(connection -> connection.createStatement().executeUpdate("CREATE TABLE ferry (hour)"));
            assertThrows(
                    kind,
                    () -> database.write(connection -> {
                        connection.createStatement().executeUpdate("INSERT INTO ferry VALUES (9)");
                        if (broken instanceof Error error) throw error;
                        throw (RuntimeException) broken;
                    }));
            database.write(connection -> connection.createStatement().executeUpdate("INSERT INTO ferry VALUES (10)"));
            assertEquals("10", hours(database));
        }
    }

    private static String hours(SqliteDatabase database) {
        return database.write(SqliteDatabaseTest::hours);
    }

    private static String hours(java.sql.Connection connection) throws SQLException {
        var rows = connection.createStatement().executeQuery("SELECT group_concat(hour) FROM ferry");
        rows.next();
        return rows.getString(1);
    }
}
