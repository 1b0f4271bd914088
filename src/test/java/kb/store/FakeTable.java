package kb.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kb.outside.Part;

/** Rows in a map: what a reader needs of a table. */
public final class FakeTable implements Table {
    private final Map<Key, Item> rows;

    public FakeTable(Collection<Item> rows) {
        this.rows = new TreeMap<>(java.util.Comparator.comparing(Key::partition).thenComparing(Key::sort));
        for (var row : rows) this.rows.put(row.key(), row);
    }

    @Override
    public Optional<Item> get(Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public List<Item> get(Collection<Key> keys) {
        var found = new ArrayList<Item>();
        for (var key : keys) get(key).ifPresent(found::add);
        return found;
    }

    @Override
    public Outcome write(List<Write> writes) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public long add(Key key, String attribute, long amount, Optional<Instant> expires) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public Slice query(String partition, String prefix, Order order, int limit, Optional<String> cursor) {
        throw new UnsupportedOperationException("by key only");
    }

    @Override
    public Part part() {
        return Part.TABLE;
    }

    @Override
    public void check() {}
}
