package kb.store;

import static kb.store.TableContract.DONE;
import static kb.store.TableContract.item;
import static kb.store.TableContract.key;
import static kb.store.TableContract.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link TableContract} promises about expiry. */
interface TableTimeContract {
    Table table();

    MovableClock clock();

    private Item expiring(String sort, Map<String, Object> attributes) {
        var minute = clock().instant().plus(Duration.ofMinutes(1));
        return new Item(key(sort), attributes, Optional.of(minute));
    }

    @Test
    default void an_item_is_gone_the_moment_it_expires() {
        var item = expiring("a", Map.of("n", 1L));
        table().write(Write.put(item), Write.put(item("b", Map.of())));
        clock().forward(Duration.ofSeconds(59));
        assertEquals(Optional.of(item), table().get(key("a")));
        clock().forward(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), table().get(key("a")));
        assertEquals(List.of(item("b", Map.of())), table().get(List.of(key("a"), key("b"))));
        assertEquals(
                List.of(item("b", Map.of())),
                table().query("tenant", "", Order.ASCENDING, 10, Optional.empty())
                        .items());
    }

    @Test
    default void an_expired_item_counts_as_absent_in_conditions() {
        table().write(Write.put(expiring("a", Map.of("n", 1L))), Write.put(expiring("b", Map.of("n", 1L))));
        var present = List.of(Condition.PRESENT, Condition.is("n", 1L), new Condition.Below("n", 2));
        for (var condition : present) assertEquals(DONE, table().write(new Write.Check(key("a"), condition)));
        clock().forward(Duration.ofMinutes(1));
        for (var condition : present) {
            assertEquals(refused(0), table().write(new Write.Check(key("a"), condition)));
            assertEquals(refused(0), table().write(new Write.Delete(key("a"), condition)));
            assertEquals(
                    refused(1), table().write(Write.put(item("c", Map.of())), new Write.Delete(key("a"), condition)));
        }
        assertEquals(DONE, table().write(Write.put(item("a", Map.of()), Condition.ABSENT)));
        assertEquals(
                DONE, table().write(Write.put(item("b", Map.of()), Condition.ABSENT), Write.put(item("c", Map.of()))));
        assertEquals(Optional.of(item("a", Map.of())), table().get(key("a")));
    }

    @Test
    default void an_addition_to_an_expired_item_starts_at_zero() {
        for (var sort : List.of("a", "b")) table().write(Write.put(expiring(sort, Map.of("n", 5L, "old", true))));
        assertEquals(6, table().add(key("a"), "n", 1));
        clock().forward(Duration.ofMinutes(1));
        assertEquals(1, table().add(key("a"), "n", 1));
        assertEquals(DONE, table().write(new Write.Add(key("b"), "n", 1), Write.put(item("c", Map.of()))));
        assertEquals(Optional.of(item("a", Map.of("n", 1L))), table().get(key("a")));
        assertEquals(Optional.of(item("b", Map.of("n", 1L))), table().get(key("b")));
    }

    @Test
    default void an_addition_may_say_when_its_item_expires() {
        var now = clock().instant();
        assertEquals(1, table().add(key("a"), "n", 1, Optional.of(now.plusSeconds(60))));
        assertEquals(3, table().add(key("a"), "n", 2, Optional.of(now.plusSeconds(120))));
        assertEquals(
                Optional.of(new Item(key("a"), Map.of("n", 3L), Optional.of(now.plusSeconds(120)))),
                table().get(key("a")));
        clock().forward(Duration.ofSeconds(120));
        assertEquals(Optional.empty(), table().get(key("a")));
        assertEquals(1, table().add(key("a"), "n", 1, Optional.of(now.plusSeconds(180))));
        clock().forward(Duration.ofSeconds(60));
        assertEquals(Optional.empty(), table().get(key("a")));
    }

    @Test
    default void several_numbers_of_an_item_are_added_to_together_and_say_when_it_expires() {
        var now = clock().instant();
        var both = new Write.Add(key("a"), Map.of("n", 2L, "model|a.b-c/d:e", 3L), Optional.of(now.plusSeconds(60)));
        var put = Write.put(item("c", Map.of()));
        assertEquals(DONE, table().write(both));
        assertEquals(DONE, table().write(both, put));
        var sums = Map.<String, Object>of("n", 4L, "model|a.b-c/d:e", 6L);
        assertEquals(Optional.of(new Item(key("a"), sums, Optional.of(now.plusSeconds(60)))), table().get(key("a")));
        clock().forward(Duration.ofSeconds(60));
        assertEquals(DONE, table().write(new Write.Add(key("a"), "n", 1), put));
        assertEquals(Optional.of(item("a", Map.of("n", 1L))), table().get(key("a")));
    }

    @Test
    default void an_addition_keeps_what_else_is_there() {
        var item = expiring("a", Map.of("n", 5L, "name", "x"));
        table().write(Write.put(item));
        assertEquals(2, table().add(key("a"), "m", 2));
        assertEquals(DONE, table().write(new Write.Add(key("a"), "n", -6)));
        assertEquals(
                Optional.of(new Item(key("a"), Map.of("n", -1L, "m", 2L, "name", "x"), item.expires())),
                table().get(key("a")));
    }
}
