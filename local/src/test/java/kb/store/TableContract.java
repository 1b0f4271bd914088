package kb.store;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everything above the port relies on, whichever store is below it. Its other parts: {@link TableConditionContract}, {@link TableQueryContract}, {@link TableTimeContract}, {@link TableCrowdContract}, {@link TableRecordContract}. */
interface TableContract {
    Outcome DONE = new Outcome.Done();

    /** Empty at the start of each test. */
    Table table();

    static Key key(String sort) {
        return new Key("tenant", sort);
    }

    static Item item(String sort, Map<String, Object> attributes) {
        return new Item(key(sort), attributes);
    }

    static Outcome refused(Integer... positions) {
        return new Outcome.Refused(Set.of(positions));
    }

    /** All rows whose sort keys start so. */
    static List<Item> rows(Table table, String prefix) {
        var found = new ArrayList<Item>();
        for (var cursor = Optional.<String>empty(); ; ) {
            var slice = table.query("tenant", prefix, Order.ASCENDING, 1000, cursor);
            found.addAll(slice.items());
            if (slice.cursor().isEmpty()) return found;
            cursor = slice.cursor();
        }
    }

    @Test
    default void a_write_is_read_back_at_once() {
        assertEquals(Optional.empty(), table().get(key("doc")));
        assertEquals(DONE, table().write(Write.put(item("doc", Map.of("title", "Tea")))));
        assertEquals(Optional.of(item("doc", Map.of("title", "Tea"))), table().get(key("doc")));
        assertEquals(DONE, table().write(Write.put(item("doc", Map.of("pages", 3L)))));
        assertEquals(Optional.of(item("doc", Map.of("pages", 3L))), table().get(key("doc")));
        assertEquals(DONE, table().write(Write.delete(key("doc"))));
        assertEquals(Optional.empty(), table().get(key("doc")));
        assertEquals(DONE, table().write(Write.delete(key("doc"))));
    }

    @Test
    default void every_kind_of_value_comes_back_as_it_was() {
        var attributes = new HashMap<String, Object>();
        attributes.put("text", "Grüße, 世界 😀 \" \\ \n \u0000");
        attributes.put("empty", "");
        attributes.put("nothing", null);
        attributes.put("yes", true);
        attributes.put("no", false);
        attributes.put("largest", Long.MAX_VALUE);
        attributes.put("smallest", Long.MIN_VALUE);
        attributes.put("half", 0.5);
        attributes.put("tiny", -1.234567890123456E-100);
        attributes.put("huge", 1.5E100);
        attributes.put("list", Arrays.asList("a", null, 1L, 2.5, List.of(), Map.of("deep", List.of(true))));
        attributes.put("map", Map.of("é", Map.of(), "list", List.of("x")));
        attributes.put("name with spaces, #signs and :colons", 1L);
        table().write(Write.put(item("all", attributes)));
        assertEquals(attributes, table().get(key("all")).orElseThrow().attributes());
    }

    @Test
    default void a_whole_number_is_a_long_however_it_was_given() {
        table().write(Write.put(item("n", Map.of("int", 7, "double", 2.0, "beyond", 1e20))));
        assertEquals(
                Map.of("int", 7L, "double", 2L, "beyond", 1e20),
                table().get(key("n")).orElseThrow().attributes());
    }

    @Test
    default void a_refused_transaction_writes_nothing_and_names_each_position_that_failed() {
        table().write(Write.put(item("kept", Map.of("n", 1L))));
        var outcome = table().write(
                        Write.put(item("new", Map.of())),
                        Write.put(item("kept", Map.of("n", 2L)), Condition.ABSENT),
                        new Write.Add(key("sum"), "n", 5),
                        new Write.Delete(key("gone"), Condition.PRESENT),
                        new Write.Check(key("also gone"), Condition.ABSENT),
                        new Write.Check(key("missing"), Condition.PRESENT));
        assertEquals(refused(1, 3, 5), outcome);
        assertEquals(List.of(item("kept", Map.of("n", 1L))), rows(table(), ""));
    }

    @Test
    default void a_transaction_does_everything_at_once() {
        table().write(Write.put(item("old", Map.of())), Write.put(item("checked", Map.of("n", 1L))));
        var outcome = table().write(
                        Write.put(item("new", Map.of("n", 1L))),
                        Write.delete(key("old")),
                        new Write.Check(key("checked"), Condition.is("n", 1L)),
                        new Write.Add(key("sum"), "n", 5));
        assertEquals(DONE, outcome);
        assertEquals(
                List.of(item("checked", Map.of("n", 1L)), item("new", Map.of("n", 1L)), item("sum", Map.of("n", 5L))),
                rows(table(), ""));
        assertEquals(DONE, table().write(List.of()));
    }

    @Test
    default void a_key_twice_in_a_transaction_is_a_mistake() {
        assertThrows(IllegalArgumentException.class, () -> table().write(
                        Write.put(item("a", Map.of())), Write.delete(key("a"))));
    }

    @Test
    default void a_hundred_writes_fit_in_a_transaction_and_one_more_does_not() {
        var writes = IntStream.range(0, 101)
                .mapToObj(i -> Write.put(item("doc%03d".formatted(i), Map.of())))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> table().write(writes));
        assertEquals(List.of(), rows(table(), ""));
        assertEquals(DONE, table().write(writes.subList(0, 100)));
        assertEquals(100, rows(table(), "").size());
    }

    @Test
    default void an_item_holds_400_kilobytes_and_no_more() {
        var most = 400 * 1024 - 100;
        var large = item("large", Map.of("text", "é".repeat(most / 2)));
        assertEquals(DONE, table().write(Write.put(large)));
        assertEquals(Optional.of(large), table().get(key("large")));
        var tooLarge = item("larger", Map.of("text", "é".repeat(most / 2 + 50)));
        assertThrows(IllegalArgumentException.class, () -> table().write(Write.put(tooLarge)));
        assertEquals(Optional.empty(), table().get(key("larger")));
    }

    @Test
    default void a_transaction_holds_4_megabytes_and_no_more() {
        var text = "x".repeat(399 * 1024);
        var writes = IntStream.range(0, 11)
                .mapToObj(i -> Write.put(item("large" + i, Map.of("text", text))))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> table().write(writes));
        assertEquals(Optional.empty(), table().get(key("large0")));
        assertEquals(DONE, table().write(writes.subList(0, 10)));
        assertEquals(10, rows(table(), "large").size());
    }

    @Test
    default void many_items_are_got_together_and_the_missing_ones_left_out() {
        for (var from = 0; from < 250; from += 50) {
            table().write(IntStream.range(from, from + 50)
                    .mapToObj(i -> Write.put(item("doc" + i, Map.of("n", i))))
                    .toList());
        }
        var wanted = new ArrayList<>(
                IntStream.range(0, 250).mapToObj(i -> key("doc" + i)).toList());
        wanted.add(key("missing"));
        wanted.add(key("doc0"));
        var found = table().get(wanted);
        assertEquals(250, found.size());
        assertEquals(
                IntStream.range(0, 250).mapToObj(i -> "doc" + i).collect(toSet()),
                found.stream().map(item -> item.key().sort()).collect(toSet()));
        assertEquals(List.of(), table().get(List.of()));
    }
}
