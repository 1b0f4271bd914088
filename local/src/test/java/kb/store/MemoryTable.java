package kb.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kb.outside.Part;

/** A {@link Table} in memory, for tests that need ten thousand of them. */
public final class MemoryTable implements Table {
    private static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final NavigableMap<Key, Item> rows =
            new TreeMap<>(Comparator.comparing(Key::partition).thenComparing(Key::sort, BYTES));
    private final Clock clock;

    public MemoryTable(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Item> get(Key key) {
        var now = clock.instant();
        return Optional.ofNullable(rows.get(key)).filter(item -> !item.expired(now));
    }

    @Override
    public synchronized List<Item> get(Collection<Key> keys) {
        var found = new ArrayList<Item>();
        for (var key : new HashSet<>(keys)) get(key).ifPresent(found::add);
        return found;
    }

    @Override
    public synchronized Outcome write(List<Write> writes) {
        var all = new Transaction(writes).writes();
        var failed = new TreeSet<Integer>();
        for (int position = 0; position < all.size(); position++) {
            var write = all.get(position);
            if (!write.condition().holds(get(write.key()))) failed.add(position);
        }
        if (!failed.isEmpty()) return new Outcome.Refused(failed);
        all.forEach(this::apply);
        return new Outcome.Done();
    }

    private void apply(Write write) {
        switch (write) {
            case Write.Put(var item, var _) -> rows.put(item.key(), item);
            case Write.Delete(var key, var _) -> rows.remove(key);
            case Write.Check _ -> {}
            case Write.Add(var key, var amounts, var expires) ->
                amounts.forEach((attribute, amount) -> add(key, attribute, amount, expires));
        }
    }

    @Override
    public synchronized long add(Key key, String attribute, long amount, Optional<Instant> expires) {
        var stored = get(key);
        var attributes =
                new TreeMap<String, Object>(stored.map(Item::attributes).orElseGet(TreeMap::new));
        var sum = stored.map(item -> item.number(attribute)).orElse(0L) + amount;
        attributes.put(attribute, sum);
        rows.put(key, new Item(key, attributes, expires.or(() -> stored.flatMap(Item::expires))));
        return sum;
    }

    @Override
    public synchronized Slice query(String partition, String prefix, Order order, int limit, Optional<String> cursor) {
        if (limit < 1 || limit > 1_000) throw new IllegalArgumentException("a limit is from 1 to 1,000");
        var after = cursor.map(text -> Cursor.sort(text, prefix));
        var items = new ArrayList<Item>();
        for (var item : matching(partition, prefix, order, clock.instant())) {
            var sort = item.key().sort();
            var compared = after.map(last -> BYTES.compare(sort, last)).orElse(order == Order.ASCENDING ? 1 : -1);
            if (order == Order.ASCENDING ? compared <= 0 : compared >= 0) continue;
            if (items.size() == limit) {
                return new Slice(
                        items, Optional.of(Cursor.after(items.getLast().key().sort())));
            }
            items.add(item);
        }
        return new Slice(items, Optional.empty());
    }

    private List<Item> matching(String partition, String prefix, Order order, Instant now) {
        var items = new ArrayList<Item>();
        for (var item : rows.values()) {
            var key = item.key();
            if (key.partition().equals(partition) && key.sort().startsWith(prefix) && !item.expired(now))
                items.add(item);
        }
        return order == Order.ASCENDING ? items : items.reversed();
    }

    @Override
    public Part part() {
        return Part.TABLE;
    }

    @Override
    public void check() {}
}
