package kb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final Optional<Item> NONE = Optional.empty();

    private static Optional<Item> item(Map<String, ?> attributes) {
        return Optional.of(new Item(new Key("p", "s"), new HashMap<>(attributes)));
    }

    @Test
    void absent_present_and_always() {
        assertEquals(true, Condition.ABSENT.holds(NONE));
        assertEquals(false, Condition.ABSENT.holds(item(Map.of())));
        assertEquals(false, Condition.PRESENT.holds(NONE));
        assertEquals(true, Condition.PRESENT.holds(item(Map.of())));
        assertEquals(true, Condition.ALWAYS.holds(NONE));
        assertEquals(true, Condition.ALWAYS.holds(item(Map.of())));
    }

    @Test
    void an_attribute_is_a_value_of_the_same_kind() {
        assertEquals(true, Condition.is("a", 2).holds(item(Map.of("a", 2L))));
        assertEquals(true, Condition.is("a", 2.0).holds(item(Map.of("a", 2))));
        assertEquals(false, Condition.is("a", 2).holds(item(Map.of("a", "2"))));
        assertEquals(false, Condition.is("a", 2).holds(item(Map.of("b", 2))));
        assertEquals(false, Condition.is("a", 2).holds(NONE));
        assertEquals(true, Condition.is("a", true).holds(item(Map.of("a", true))));
        assertEquals(false, Condition.is("a", "x").holds(item(Map.of("a", "X"))));
    }

    @Test
    void only_texts_whole_numbers_and_truth_values_are_compared() {
        for (var value : new Object[] {2.5, null, List.of(), Map.of()}) {
            assertThrows(IllegalArgumentException.class, () -> Condition.is("a", value));
        }
    }

    @Test
    void below_takes_a_missing_attribute_of_an_item_that_is_there() {
        var below = new Condition.Below("a", 5);
        assertEquals(true, below.holds(item(Map.of("a", 4))));
        assertEquals(false, below.holds(item(Map.of("a", 5))));
        assertEquals(true, below.holds(item(Map.of("a", 4.9))));
        assertEquals(false, below.holds(item(Map.of("a", 5.1))));
        assertEquals(true, below.holds(item(Map.of())));
        assertEquals(false, below.holds(item(Map.of("a", "4"))));
        assertEquals(false, below.holds(NONE));
        var withNull = new HashMap<String, Object>();
        withNull.put("a", null);
        assertEquals(false, below.holds(item(withNull)));
    }

    @Test
    void all_means_every_one() {
        var both = Condition.all(Condition.is("a", 1), Condition.is("b", 2));
        assertEquals(true, both.holds(item(Map.of("a", 1, "b", 2))));
        assertEquals(false, both.holds(item(Map.of("a", 1, "b", 3))));
        assertEquals(false, both.holds(item(Map.of("a", 2, "b", 2))));
        assertEquals(Condition.ALWAYS, Condition.all());
        assertEquals(
                Condition.all(Condition.PRESENT), Condition.all(Condition.ALWAYS, Condition.PRESENT, Condition.ALWAYS));
    }
}
