package kb.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kb.outside.Health;

/**
 * Records by partition and sort key, shaped like DynamoDB.
 *
 * <p>Reads see every write that returned before them. An expired item is invisible at once. Every method throws
 * {@link kb.outside.Unavailable} when the store does not answer, and {@link IllegalArgumentException} for an item over
 * 400 KB or a transaction over 100 writes or 4 MB (the limits of DynamoDB).
 */
public interface Table extends Health {
    Optional<Item> get(Key key);

    /** How many items are read as they stood at one moment. */
    int AT_ONCE = 100;

    /**
     * The items that exist, in no particular order; none twice.
     *
     * <p>Up to {@value #AT_ONCE} keys, and 4 MB of items, are read as they stood at one moment: all of a transaction is seen
     * or nothing of it. More keys are read in such portions.
     */
    List<Item> get(Collection<Key> keys);

    /** All of it or nothing. No key twice. No writes at all are done at once. */
    Outcome write(List<Write> writes);

    default Outcome write(Write... writes) {
        return write(List.of(writes));
    }

    /** Adds to a number atomically and returns the sum; a missing or expired item and a missing attribute count as 0. */
    default long add(Key key, String attribute, long amount) {
        return add(key, attribute, amount, Optional.empty());
    }

    /** The same. @param expires when the item expires from now on; it stays as it was when nothing is said */
    long add(Key key, String attribute, long amount, Optional<Instant> expires);

    /**
     * @param prefix of the sort key; may be empty
     * @param limit 1 to 1,000; a slice may hold fewer items and still have a cursor
     * @param cursor from the slice before, with the same arguments
     * @throws BadCursor when it is not
     */
    Slice query(String partition, String prefix, Order order, int limit, Optional<String> cursor);

    /** The same without all other attributes: what is large in an item and not wanted need not be read. */
    default Slice query(
            String partition, String prefix, Order order, int limit, Optional<String> cursor, Set<String> attributes) {
        var whole = query(partition, prefix, order, limit, cursor);
        return new Slice(
                whole.items().stream().map(item -> item.only(attributes)).toList(), whole.cursor());
    }
}
