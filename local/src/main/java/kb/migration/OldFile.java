package kb.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/** A SQLite file of the old service, which is only read. */
final class OldFile implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    /** @throws IllegalStateException when it cannot be read; the message says what to do */
    OldFile(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file))
            throw new IllegalStateException("there is no file %s: name the folder that holds it".formatted(file));
        try {
            var config = new SQLiteConfig();
            config.setReadOnly(true);
            this.connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** @throws IllegalStateException when there is none; the message says what to do */
    void demand(String table) {
        if (!has(table))
            throw new IllegalStateException(
                    "%s has no table %s: name the folder of the old service".formatted(file, table));
    }

    boolean has(String table) {
        var names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '%s'".formatted(table);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(names)) {
            return rows.next();
        } catch (SQLException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** Hands out the rows of a table, in the order in which they came into it. @param order comes before that one */
    void each(String table, String order, Consumer<OldRow> reader) {
        var all = "SELECT rowid AS old_row_number, * FROM %s ORDER BY %s rowid".formatted(table, order);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(all)) {
            while (rows.next()) reader.accept(row(table, rows));
        } catch (SQLException unreadable) {
            throw damaged(unreadable);
        }
    }

    private static OldRow row(String table, ResultSet rows) throws SQLException {
        var columns = new LinkedHashMap<String, Object>();
        var about = rows.getMetaData();
        for (int i = 2; i <= about.getColumnCount(); i++) columns.put(about.getColumnName(i), rows.getObject(i));
        return new OldRow(table, rows.getLong(1), columns);
    }

    private IllegalStateException damaged(SQLException why) {
        return new IllegalStateException(
                "%s cannot be read (%s): stop the old service and copy the file again, or repair it with sqlite3 and .recover"
                        .formatted(file, why.getMessage()),
                why);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException unclosed) {
            throw damaged(unclosed);
        }
    }
}
