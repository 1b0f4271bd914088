package kb.store;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everything above the port relies on, whichever store is below it. Time and threads: {@link TableTimeContract}. */
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
    default void a_put_only_when_absent_happens_once() {
        var first = Write.put(item("hash", Map.of("by", "one")), Condition.ABSENT);
        var second = Write.put(item("hash", Map.of("by", "two")), Condition.ABSENT);
        assertEquals(DONE, table().write(first));
        assertEquals(refused(0), table().write(second));
        assertEquals("one", table().get(key("hash")).orElseThrow().text("by"));
    }

    @Test
    default void a_condition_looks_at_what_is_stored() {
        table().write(Write.put(item("doc", Map.of("status", "queued", "attempts", 2L, "current", true))));
        holds(Condition.PRESENT);
        holds(Condition.ALWAYS);
        holds(Condition.is("status", "queued"));
        holds(Condition.is("attempts", 2));
        holds(Condition.is("current", true));
        holds(new Condition.Below("attempts", 3));
        holds(new Condition.Below("never-set", 0));
        holds(Condition.all(Condition.PRESENT, Condition.is("attempts", 2L), Condition.is("current", true)));
        fails(Condition.ABSENT);
        fails(Condition.is("status", "ready"));
        fails(Condition.is("attempts", 3L));
        fails(Condition.is("attempts", "2"));
        fails(Condition.is("current", false));
        fails(Condition.is("missing", "queued"));
        fails(new Condition.Below("attempts", 2));
        fails(new Condition.Below("status", 2));
        fails(Condition.all(Condition.PRESENT, Condition.is("attempts", 1L)));
    }

    private void holds(Condition condition) {
        assertEquals(DONE, tried(condition), condition::toString);
        assertEquals(DONE, triedTogether(condition), condition::toString);
    }

    private void fails(Condition condition) {
        assertEquals(refused(0), tried(condition), condition::toString);
        assertEquals(refused(1), triedTogether(condition), condition::toString);
    }

    private Outcome tried(Condition condition) {
        return table().write(Write.put(table().get(key("doc")).orElseThrow(), condition));
    }

    private Outcome triedTogether(Condition condition) {
        var other = Write.put(item("other", Map.of()));
        return table().write(other, Write.put(table().get(key("doc")).orElseThrow(), condition));
    }

    @Test
    default void without_an_item_only_absent_holds() {
        for (var condition : List.of(Condition.PRESENT, Condition.is("a", "b"), new Condition.Below("a", 1))) {
            assertEquals(refused(0), table().write(new Write.Delete(key("none"), condition)), condition::toString);
            assertEquals(refused(0), table().write(new Write.Check(key("none"), condition)), condition::toString);
        }
        assertEquals(DONE, table().write(new Write.Delete(key("none"), Condition.ABSENT)));
        assertEquals(DONE, table().write(new Write.Check(key("none"), Condition.ABSENT)));
        assertEquals(Optional.empty(), table().get(key("none")));
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
        assertEquals(List.of(item("kept", Map.of("n", 1L))), all("").items());
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
                all("").items());
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
        assertEquals(List.of(), all("").items());
        assertEquals(DONE, table().write(writes.subList(0, 100)));
        assertEquals(100, all("").items().size());
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
        assertEquals(10, everything("large").size());
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

    @Test
    default void a_query_goes_through_one_partition_in_the_order_of_utf8_bytes() {
        var sorts = List.of("A", "Z", "a", "a#1", "a#2", "b", "é", "\uFFFD", "😀");
        sorts.reversed().forEach(sort -> table().write(Write.put(item(sort, Map.of()))));
        table().write(Write.put(new Item(new Key("tenant2", "a"), Map.of())));
        assertEquals(sorts, sorts(all("")));
        assertEquals(sorts.reversed(), sorts(table().query("tenant", "", Order.DESCENDING, 1000, Optional.empty())));
        assertEquals(List.of("a", "a#1", "a#2"), sorts(all("a")));
        assertEquals(
                List.of("a#2", "a#1"), sorts(table().query("tenant", "a#", Order.DESCENDING, 1000, Optional.empty())));
        assertEquals(List.of("😀"), sorts(all("😀")));
        assertEquals(List.of(), sorts(all("c")));
    }

    @Test
    default void pages_of_a_query_join_without_a_gap() {
        var sorts = IntStream.range(0, 25).mapToObj("doc#%02d"::formatted).toList();
        sorts.forEach(sort -> table().write(Write.put(item(sort, Map.of()))));
        table().write(Write.put(item("doc", Map.of())), Write.put(item("doc$", Map.of())));
        assertEquals(sorts, paged(Order.ASCENDING, 10));
        assertEquals(sorts.reversed(), paged(Order.DESCENDING, 10));
        assertEquals(sorts, paged(Order.ASCENDING, 1));
        assertEquals(sorts, paged(Order.ASCENDING, 25));
    }

    private List<String> paged(Order order, int limit) {
        var sorts = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        do {
            var slice = table().query("tenant", "doc#", order, limit, cursor);
            assertTrue(slice.items().size() <= limit);
            sorts.addAll(sorts(slice));
            cursor = slice.cursor();
        } while (cursor.isPresent());
        return sorts;
    }

    @Test
    default void a_cursor_nobody_gave_is_refused() {
        IntStream.range(0, 3).forEach(i -> table().write(Write.put(item("doc#" + i, Map.of()))));
        var good = table().query("tenant", "doc#", Order.ASCENDING, 1, Optional.empty())
                .cursor()
                .orElseThrow();
        for (var bad : List.of("", "%", "====", good + "=", good + "é", "_w", Cursor.after("other"), good + "\n")) {
            assertThrows(
                    BadCursor.class, () -> table().query("tenant", "doc#", Order.ASCENDING, 1, Optional.of(bad)), bad);
        }
    }

    @Test
    default void a_limit_is_from_1_to_1000() {
        for (var limit : List.of(-1, 0, 1001)) {
            assertThrows(IllegalArgumentException.class, () -> table().query(
                            "tenant", "", Order.ASCENDING, limit, Optional.empty()));
        }
    }

    private Slice all(String prefix) {
        return table().query("tenant", prefix, Order.ASCENDING, 1000, Optional.empty());
    }

    private List<String> everything(String prefix) {
        var found = new ArrayList<String>();
        for (var slice = all(prefix); ; ) {
            found.addAll(sorts(slice));
            if (slice.cursor().isEmpty()) return found;
            slice = table().query("tenant", prefix, Order.ASCENDING, 1000, slice.cursor());
        }
    }

    private static List<String> sorts(Slice slice) {
        return slice.items().stream().map(item -> item.key().sort()).toList();
    }
}
