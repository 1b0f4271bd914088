package kb.migration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Slice;
import kb.store.Table;
import kb.store.Write;

/** A table that is gone after so many writes. @param whole as it is without the trouble */
record Failing(Table whole, AtomicInteger left) implements Table {
    Failing(Table whole, int writes) {
        this(whole, new AtomicInteger(writes));
    }

    @Override
    public Optional<Item> get(Key key) {
        return whole.get(key);
    }

    @Override
    public List<Item> get(Collection<Key> keys) {
        return whole.get(keys);
    }

    @Override
    public Outcome write(List<Write> writes) {
        if (left.getAndDecrement() <= 0) throw new Unavailable(Part.TABLE, new IllegalStateException("gone"));
        return whole.write(writes);
    }

    @Override
    public long add(Key key, String attribute, long amount, Optional<Instant> expires) {
        return whole.add(key, attribute, amount, expires);
    }

    @Override
    public Slice query(String partition, String prefix, Order order, int limit, Optional<String> cursor) {
        return whole.query(partition, prefix, order, limit, cursor);
    }

    @Override
    public Part part() {
        return whole.part();
    }

    @Override
    public void check() {
        whole.check();
    }
}
