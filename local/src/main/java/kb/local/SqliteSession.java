package kb.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConnection;

/**
 * A connection whose statements are prepared once: preparing them took longer than running them.
 *
 * <p>One user at a time. Its statements are as many as the texts that are asked for; none holds on to what was bound to it, and after
 * a failure none is used again.
 */
final class SqliteSession {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    SqliteSession(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** How long it waits for another process that has the file. */
    void setPatience(int milliseconds) throws SQLException {
        connection.unwrap(SQLiteConnection.class).setBusyTimeout(milliseconds);
    }

    /** Something to do with a statement. */
    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Uses the statement of this text; whatever results it gives are to be read and closed there. */
    <T> T with(String sql, Use<T> use) throws SQLException {
        var statement = prepared(sql);
        var result = use.of(statement);
        statement.clearParameters();
        return result;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var known = prepared.get(sql);
        if (known != null) return known;
        var statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
        return statement;
    }

    void execute(String sql) throws SQLException {
        prepared(sql).execute();
    }

    /** Ends all statements after a failure: one that was broken off might go on reading what was there then. */
    void forget(Throwable failure) {
        var all = List.copyOf(prepared.values());
        prepared.clear();
        for (var statement : all) {
            try {
                statement.close();
            } catch (SQLException also) {
                failure.addSuppressed(also);
            }
        }
    }
}
