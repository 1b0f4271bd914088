package kb.store;

import java.util.HashSet;
import java.util.List;

/** Writes that both stores take together: within the limits of DynamoDB and no key twice. */
public record Transaction(List<Write> writes) {
    private static final int MOST_WRITES = 100;
    private static final long LARGEST_ITEM = 400 * 1024;
    private static final long LARGEST = 4 * 1024 * 1024;

    public Transaction {
        writes = List.copyOf(writes);
        if (writes.size() > MOST_WRITES) throw new IllegalArgumentException("a transaction has at most 100 writes");
        var keys = new HashSet<Key>();
        var bytes = 0L;
        for (var write : writes) {
            if (!keys.add(write.key())) throw new IllegalArgumentException("a key is twice in one transaction");
            bytes += bytes(write);
        }
        if (bytes > LARGEST) throw new IllegalArgumentException("a transaction has at most 4 MB");
    }

    private static long bytes(Write write) {
        if (!(write instanceof Write.Put(var item, var _))) return 0;
        var bytes = item.bytes();
        if (bytes > LARGEST_ITEM) throw new IllegalArgumentException("an item has at most 400 KB");
        return bytes;
    }
}
