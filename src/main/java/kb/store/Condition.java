package kb.store;

import java.util.List;

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

    record Absent() implements Condition {}

    record Present() implements Condition {}

    /** The item is there and its attribute equals the value, a text, a whole number or a truth value. */
    record Is(String attribute, Object value) implements Condition {}

    /** The item is there, and its attribute is missing or a number below the limit. */
    record Below(String attribute, long limit) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}
}
