package kb.local;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kb.outside.Part;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Slice;
import kb.store.Table;
import kb.store.Transaction;
import kb.store.Write;

/** A {@link Table} in a SQLite file, which may hold several. */
public final class SqliteTable implements Table {
    private final SqliteDatabase database;
    private final SqliteRows rows;
    private final Clock clock;

    public SqliteTable(SqliteDatabase database, String name, Clock clock) {
        this.database = database;
        this.rows = new SqliteRows(name);
        this.clock = clock;
        database.<Void>write(session -> {
            rows.create(session);
            return null;
        });
    }

    @Override
    public Optional<Item> get(Key key) {
        return database.read(session -> rows.find(session, key, clock.instant()));
    }

    @Override
    public List<Item> get(Collection<Key> keys) {
        var now = clock.instant();
        return database.readAtOnce(session -> {
            var items = new ArrayList<Item>();
            for (var key : new HashSet<>(keys)) rows.find(session, key, now).ifPresent(items::add);
            return items;
        });
    }

    @Override
    public Outcome write(List<Write> writes) {
        var transaction = new Transaction(writes);
        return database.write(session -> apply(session, transaction.writes(), clock.instant()));
    }

    private Outcome apply(SqliteSession session, List<Write> writes, Instant now) throws SQLException {
        var failed = new TreeSet<Integer>();
        for (var position = 0; position < writes.size(); position++) {
            var write = writes.get(position);
            if (write.condition().equals(Condition.ALWAYS)) continue;
            if (!write.condition().holds(rows.find(session, write.key(), now))) failed.add(position);
        }
        if (!failed.isEmpty()) return new Outcome.Refused(failed);
        for (var write : writes) apply(session, write, now);
        rows.sweep(session, now);
        return new Outcome.Done();
    }

    private void apply(SqliteSession session, Write write, Instant now) throws SQLException {
        switch (write) {
            case Write.Put(var item, var _) -> rows.put(session, item);
            case Write.Delete(var key, var _) -> rows.delete(session, key);
            case Write.Check _ -> {}
            case Write.Add add -> add(session, add, now);
        }
    }

    @Override
    public long add(Key key, String attribute, long amount, Optional<Instant> expires) {
        return database.write(session -> {
            var now = clock.instant();
            if (expires.isPresent()) rows.sweep(session, now);
            return add(session, new Write.Add(key, Map.of(attribute, amount), expires), now)
                    .number(attribute);
        });
    }

    private Item add(SqliteSession session, Write.Add add, Instant now) throws SQLException {
        var stored = rows.find(session, add.key(), now);
        var sums = new TreeMap<String, Object>(stored.map(Item::attributes).orElseGet(TreeMap::new));
        add.amounts()
                .forEach((attribute, amount) -> sums.put(
                        attribute, stored.map(item -> item.number(attribute)).orElse(0L) + amount));
        var item = new Item(add.key(), sums, add.expires().or(() -> stored.flatMap(Item::expires)));
        rows.put(session, item);
        return item;
    }

    @Override
    public Slice query(String partition, String prefix, Order order, int limit, Optional<String> cursor) {
        return query(partition, prefix, order, limit, cursor, SqliteRow.WHOLE);
    }

    @Override
    public Slice query(
            String partition, String prefix, Order order, int limit, Optional<String> cursor, Set<String> attributes) {
        return query(partition, prefix, order, limit, cursor, new SqliteRow(Optional.of(attributes)));
    }

    private Slice query(
            String partition, String prefix, Order order, int limit, Optional<String> cursor, SqliteRow row) {
        var query = SqliteQuery.of(rows.table(), partition, prefix, order, limit, cursor, row);
        return database.read(session -> query.run(session, clock.instant()));
    }

    @Override
    public Part part() {
        return Part.TABLE;
    }

    @Override
    public void check() {
        get(new Key("health", "check"));
    }
}
