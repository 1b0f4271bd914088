package kb.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kb.store.Item;
import kb.store.Key;

/** The items of one table as SQL: keys as UTF-8 bytes, which sorts them, and attributes as JSON text. */
final class SqliteRows {
    private static final JsonMapper JSON = new JsonMapper();

    private final String table;
    private final String find;
    private final String put;
    private final String delete;
    private final String sweep;

    /** @param table as long as DynamoDB's longest names, and nothing that could end the quotes around it */
    SqliteRows(String table) {
        if (!table.matches("[A-Za-z0-9_.-]{3,255}")) throw new IllegalArgumentException("not a table name: " + table);
        this.table = table;
        this.find = """
                SELECT attributes, expires FROM "%s" WHERE partition = ? AND sort = ?""".formatted(table);
        this.put = """
                INSERT OR REPLACE INTO "%s" (partition, sort, attributes, expires) VALUES (?, ?, ?, ?)""".formatted(table);
        this.delete = """
                DELETE FROM "%s" WHERE partition = ? AND sort = ?""".formatted(table);
        this.sweep = """
                DELETE FROM "%s" WHERE rowid IN (SELECT rowid FROM "%s" WHERE expires <= ? LIMIT 100)""".formatted(table, table);
    }

    String table() {
        return table;
    }

    void create(SqliteSession session) throws SQLException {
        session.execute("""
                CREATE TABLE IF NOT EXISTS "%s" (
                    partition BLOB NOT NULL,
                    sort BLOB NOT NULL,
                    attributes TEXT NOT NULL,
                    expires INTEGER,
                    PRIMARY KEY (partition, sort)
                )""".formatted(table));
        session.execute("""
                CREATE INDEX IF NOT EXISTS "%s expires" ON "%s" (expires) WHERE expires IS NOT NULL""".formatted(table, table));
    }

    Optional<Item> find(SqliteSession session, Key key, Instant now) throws SQLException {
        return session.with(find, select -> {
            bind(select, key);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                return Optional.of(SqliteRow.WHOLE.item(key, rows)).filter(item -> !item.expired(now));
            }
        });
    }

    void put(SqliteSession session, Item item) throws SQLException {
        session.with(put, insert -> {
            bind(insert, item.key());
            insert.setString(3, json(item.attributes()));
            insert.setObject(4, item.expires().map(Instant::getEpochSecond).orElse(null));
            return insert.executeUpdate();
        });
    }

    void delete(SqliteSession session, Key key) throws SQLException {
        session.with(delete, row -> {
            bind(row, key);
            return row.executeUpdate();
        });
    }

    /** Forgets some of the expired items; the rest is for the next write. */
    void sweep(SqliteSession session, Instant now) throws SQLException {
        session.with(sweep, rows -> {
            rows.setLong(1, now.getEpochSecond());
            return rows.executeUpdate();
        });
    }

    private static void bind(PreparedStatement statement, Key key) throws SQLException {
        statement.setBytes(1, key.partition().getBytes(UTF_8));
        statement.setBytes(2, key.sort().getBytes(UTF_8));
    }

    private static String json(Map<String, Object> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
