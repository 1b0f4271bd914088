package kb.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row: a key and attributes.
 *
 * @param attributes values are {@link String}, {@link Boolean}, {@link Long}, {@link Double}, null, or a list or a
 *     text-keyed map of such values; at most 400 KB in all
 * @param expires from when on nobody sees the item any more
 */
public record Item(Key key, Map<String, Object> attributes, Optional<Instant> expires) {
    public Item {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    public Item(Key key, Map<String, Object> attributes) {
        this(key, attributes, Optional.empty());
    }

    public static Item of(Key key, Object row) {
        return new Item(key, Rows.attributes(row));
    }

    public <T> T as(Class<T> type) {
        return Rows.read(attributes, type);
    }

    public String text(String attribute) {
        return (String) attributes.get(attribute);
    }

    public long number(String attribute) {
        return (Long) attributes.getOrDefault(attribute, 0L);
    }
}
