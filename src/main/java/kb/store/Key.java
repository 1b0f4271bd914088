package kb.store;

/** Where an item lies: a partition, and a place in that partition's order (UTF-8 bytes, ascending). */
public record Key(String partition, String sort) {
    public Key {
        if (partition.isEmpty() || sort.isEmpty()) throw new IllegalArgumentException("a key has no empty part");
    }
}
