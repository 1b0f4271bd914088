package kb.store;

/**
 * Where an item lies: a partition, and a place in that partition's order (UTF-8 bytes, ascending).
 *
 * <p>A partition has at most 2,048 bytes and a sort key at most 1,024, as in DynamoDB.
 */
public record Key(String partition, String sort) {
    static final int LONGEST_PARTITION = 2048;
    static final int LONGEST_SORT = 1024;

    public Key {
        if (partition.isEmpty() || sort.isEmpty()) throw new IllegalArgumentException("a key has no empty part");
        if (Attributes.utf8(partition) > LONGEST_PARTITION || Attributes.utf8(sort) > LONGEST_SORT) {
            throw new IllegalArgumentException("a key is too long");
        }
    }
}
