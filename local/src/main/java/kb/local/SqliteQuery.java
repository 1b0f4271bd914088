package kb.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kb.store.Cursor;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Slice;

/** One query along the sort key, as a range of bytes. */
record SqliteQuery(
        String table, String partition, String prefix, Order order, int limit, Optional<String> after, SqliteRow row) {
    /** Ends a slice early, as DynamoDB does, so that a thousand items of 400 KB never lie in memory together. */
    private static final int SLICE_BYTES = 1024 * 1024;

    static SqliteQuery of(
            String table,
            String partition,
            String prefix,
            Order order,
            int limit,
            Optional<String> cursor,
            SqliteRow row) {
        if (limit < 1 || limit > 1000) throw new IllegalArgumentException("a limit is from 1 to 1,000");
        return new SqliteQuery(
                table, partition, prefix, order, limit, cursor.map(text -> Cursor.sort(text, prefix)), row);
    }

    Slice run(SqliteSession session, Instant now) throws SQLException {
        return session.with(sql(), select -> {
            bind(select, now);
            try (var rows = select.executeQuery()) {
                return slice(rows);
            }
        });
    }

    private Slice slice(ResultSet rows) throws SQLException {
        var items = new ArrayList<Item>();
        var bytes = 0;
        while (rows.next()) {
            if (items.size() == limit || bytes > SLICE_BYTES) return new Slice(items, cursor(items));
            items.add(row.item(new Key(partition, new String(rows.getBytes(3), UTF_8)), rows));
            bytes += rows.getInt(4);
        }
        return new Slice(items, Optional.empty());
    }

    private String sql() {
        var ascending = order == Order.ASCENDING;
        return """
                SELECT attributes, expires, sort, octet_length(attributes) FROM "%s"
                WHERE partition = ? AND sort >= ? AND sort < ? %s AND (expires IS NULL OR expires > ?)
                ORDER BY sort %s LIMIT ?""".formatted(
                table, after.isEmpty() ? "" : ascending ? "AND sort > ?" : "AND sort < ?", ascending ? "ASC" : "DESC");
    }

    private void bind(PreparedStatement select, Instant now) throws SQLException {
        var place = 1;
        select.setBytes(place++, partition.getBytes(UTF_8));
        select.setBytes(place++, prefix.getBytes(UTF_8));
        select.setBytes(place++, end(prefix));
        if (after.isPresent()) select.setBytes(place++, after.get().getBytes(UTF_8));
        select.setLong(place++, now.getEpochSecond());
        // one more tells whether there is more
        select.setInt(place, limit + 1);
    }

    /** Sorts right behind everything that starts so: 0xFF is in no UTF-8 text. */
    private static byte[] end(String prefix) {
        var bytes = (prefix + "x").getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        return bytes;
    }

    private static Optional<String> cursor(List<Item> items) {
        return Optional.of(Cursor.after(items.getLast().key().sort()));
    }
}
