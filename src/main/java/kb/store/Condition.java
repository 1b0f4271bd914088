package kb.store;

import java.util.List;
import java.util.Optional;

/** What must be true of the stored item for a write to happen. */
public sealed interface Condition {
    Condition ALWAYS = new All(List.of());
    Condition ABSENT = new Absent();
    Condition PRESENT = new Present();

    static Condition is(String attribute, Object value) {
        return new Is(attribute, value);
    }

    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    /** The item is as it was read, attribute by attribute: texts, whole numbers and truth values only. */
    static Condition still(Item read) {
        return new All(read.attributes().entrySet().stream()
                .map(attribute -> is(attribute.getKey(), attribute.getValue()))
                .toList());
    }

    /** @param stored nothing when the item has expired */
    default boolean holds(Optional<Item> stored) {
        return switch (this) {
            case Absent() -> stored.isEmpty();
            case Present() -> stored.isPresent();
            case Is(var attribute, var value) ->
                stored.filter(item -> value.equals(item.attributes().get(attribute)))
                        .isPresent();
            case Below(var attribute, var limit) ->
                stored.filter(item -> below(item, attribute, limit)).isPresent();
            case All(var conditions) -> conditions.stream().allMatch(each -> each.holds(stored));
        };
    }

    private static boolean below(Item item, String attribute, long limit) {
        if (!item.attributes().containsKey(attribute)) return true;
        return switch (item.attributes().get(attribute)) {
            case Long number -> number < limit;
            case Double number -> number < limit;
            case null, default -> false;
        };
    }

    record Absent() implements Condition {}

    record Present() implements Condition {}

    /** The item is there and its attribute equals the value, a text, a whole number or a truth value. */
    record Is(String attribute, Object value) implements Condition {
        public Is {
            value = Attributes.value(value);
            if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
                throw new IllegalArgumentException("a condition compares texts, whole numbers and truth values");
            }
        }
    }

    /** The item is there, and its attribute is missing or a number below the limit. */
    record Below(String attribute, long limit) implements Condition {}

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = conditions.stream()
                    .filter(each -> !(each instanceof All(var none) && none.isEmpty()))
                    .toList();
        }
    }
}
