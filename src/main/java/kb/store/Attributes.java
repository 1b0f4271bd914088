package kb.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The values an item may hold, checked and copied, and how DynamoDB weighs them. */
final class Attributes {
    /** How an adapter names the key and the expiry beside the attributes. */
    private static final Set<String> RESERVED = Set.of("pk", "sk", "expires_at");

    /** The largest and smallest magnitude of a DynamoDB number, rounded inwards. */
    private static final double LARGEST = 9.9e125;

    private static final double SMALLEST = 1e-130;

    private Attributes() {}

    static Map<String, Object> checked(Map<?, ?> attributes) {
        for (var name : RESERVED) {
            if (attributes.containsKey(name)) throw new IllegalArgumentException("no attribute is called " + name);
        }
        return map(attributes);
    }

    static Object value(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Float number -> number(number.doubleValue());
            case Double number -> number(number);
            case Map<?, ?> nested -> map(nested);
            case Collection<?> nested -> list(nested);
            default -> throw new IllegalArgumentException("an attribute cannot be a " + value.getClass());
        };
    }

    /** Both stores would lose the difference between 2 and 2.0, so it is not made. */
    private static Object number(double number) {
        if (Math.rint(number) == number && number >= -0x1p63 && number < 0x1p63) return (long) number;
        var size = Math.abs(number);
        if (size >= SMALLEST && size <= LARGEST) return number;
        throw new IllegalArgumentException("a number is not in the range of DynamoDB");
    }

    private static Map<String, Object> map(Map<?, ?> attributes) {
        var copy = new TreeMap<String, Object>();
        attributes.forEach((key, value) -> {
            if (!(key instanceof String name) || name.isEmpty()) {
                throw new IllegalArgumentException("an attribute's name is a text and not empty");
            }
            copy.put(name, value(value));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static List<Object> list(Collection<?> values) {
        var copy = new ArrayList<Object>(values.size());
        values.forEach(value -> copy.add(value(value)));
        return Collections.unmodifiableList(copy);
    }

    /**
     * Bytes as DynamoDB counts them, never fewer.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">
     *     DynamoDB item sizes</a>
     */
    static long bytes(Object value) {
        return switch (value) {
            case String text -> utf8(text);
            case Number number -> 2 + number.toString().length() / 2;
            case Map<?, ?> nested ->
                3
                        + nested.entrySet().stream()
                                .mapToLong(e -> 1 + bytes(e.getKey()) + bytes(e.getValue()))
                                .sum();
            case List<?> nested ->
                3 + nested.stream().mapToLong(each -> 1 + bytes(each)).sum();
            case null, default -> 1;
        };
    }

    static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
