package kb.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kb.store.Item;
import kb.store.Key;

/** The items of one table as SQL: keys as UTF-8 bytes, which sorts them, and attributes as JSON text. */
record SqliteRows(String table) {
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    /** As long as DynamoDB's longest names, and nothing that could end the quotes around it. */
    SqliteRows {
        if (!table.matches("[A-Za-z0-9_.-]{3,255}")) throw new IllegalArgumentException("not a table name: " + table);
    }

    void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS "%s" (
                        partition BLOB NOT NULL,
                        sort BLOB NOT NULL,
                        attributes TEXT NOT NULL,
                        expires INTEGER,
                        PRIMARY KEY (partition, sort)
                    )""".formatted(table));
            statement.execute("""
                    CREATE INDEX IF NOT EXISTS "%s expires" ON "%s" (expires) WHERE expires IS NOT NULL""".formatted(table, table));
        }
    }

    Optional<Item> find(Connection connection, Key key, Instant now) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT sort, attributes, expires FROM "%s" WHERE partition = ? AND sort = ?""".formatted(table))) {
            bind(select, key);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                return Optional.of(item(key.partition(), rows)).filter(item -> !item.expired(now));
            }
        }
    }

    void put(Connection connection, Item item) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT OR REPLACE INTO "%s" (partition, sort, attributes, expires) VALUES (?, ?, ?, ?)""".formatted(table))) {
            bind(insert, item.key());
            insert.setString(3, json(item.attributes()));
            insert.setObject(4, item.expires().map(Instant::getEpochSecond).orElse(null));
            insert.executeUpdate();
        }
    }

    void delete(Connection connection, Key key) throws SQLException {
        try (var delete =
                connection.prepareStatement("DELETE FROM \"%s\" WHERE partition = ? AND sort = ?".formatted(table))) {
            bind(delete, key);
            delete.executeUpdate();
        }
    }

    /** Forgets some of the expired items; the rest is for the next write. */
    void sweep(Connection connection, Instant now) throws SQLException {
        try (var delete = connection.prepareStatement("""
                DELETE FROM "%s" WHERE rowid IN (SELECT rowid FROM "%s" WHERE expires <= ? LIMIT 100)""".formatted(table, table))) {
            delete.setLong(1, now.getEpochSecond());
            delete.executeUpdate();
        }
    }

    static Item item(String partition, ResultSet row) throws SQLException {
        var key = new Key(partition, new String(row.getBytes("sort"), UTF_8));
        var seconds = row.getLong("expires");
        var expires = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochSecond(seconds));
        return new Item(key, attributes(row.getString("attributes")), expires);
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

    private static Map<String, Object> attributes(String json) {
        try {
            return JSON.readValue(json, ATTRIBUTES);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException("a stored row is damaged", cause);
        }
    }
}
