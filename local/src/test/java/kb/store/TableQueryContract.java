package kb.store;

import static kb.store.TableContract.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link TableContract} promises about queries: their order, their pages, and their cursors. */
interface TableQueryContract {
    Table table();

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
    default void a_query_reads_the_attributes_that_are_named_and_no_others() {
        var row = Map.<String, Object>of(
                "text", "tea", "nested", Map.of("text", "no"), "list", List.of(1L, 2.5), "n", 7L);
        table().write(Write.put(item("a", row)), Write.put(item("b", Map.of("other", Map.of("n", List.of("x"))))));
        var first = table().query("tenant", "", Order.ASCENDING, 1, Optional.empty(), Set.of("text", "list", "none"));
        assertEquals(List.of(item("a", Map.of("text", "tea", "list", List.of(1L, 2.5)))), first.items());
        var rest = table().query("tenant", "", Order.ASCENDING, 9, first.cursor(), Set.of("text", "list", "none"));
        assertEquals(List.of(item("b", Map.of())), rest.items());
        assertEquals(Optional.empty(), rest.cursor());
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

    private static List<String> sorts(Slice slice) {
        return slice.items().stream().map(item -> item.key().sort()).toList();
    }
}
