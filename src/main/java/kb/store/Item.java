package kb.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A row: a key and attributes.
 *
 * @param attributes values are {@link String}, {@link Boolean}, a number, null, or a list or a text-keyed map of such
 *     values; at most 400 KB in all. A whole number that fits is a {@link Long}, even when given as 2.0; every other is
 *     a {@link Double}. None is called {@code pk}, {@code sk} or {@code expires_at}: those are the adapters' own.
 * @param expires from when on nobody sees the item any more, in whole seconds
 */
public record Item(Key key, Map<String, Object> attributes, Optional<Instant> expires) {
    public Item {
        attributes = Attributes.checked(attributes);
        expires = expires.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
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

    Item only(Set<String> names) {
        var some = new TreeMap<>(attributes);
        some.keySet().retainAll(names);
        return new Item(key, some, expires);
    }

    public String text(String attribute) {
        return (String) attributes.get(attribute);
    }

    public long number(String attribute) {
        return (Long) attributes.getOrDefault(attribute, 0L);
    }

    public boolean expired(Instant now) {
        return expires.filter(time -> !time.isAfter(now)).isPresent();
    }

    /** The size that counts against the limit of 400 KB: texts in UTF-8, names and key included. */
    public long bytes() {
        return Attributes.bytes(key.partition())
                + Attributes.bytes(key.sort())
                + Attributes.bytes(attributes)
                + "pk sk expires_at 9999999999".length();
    }
}
