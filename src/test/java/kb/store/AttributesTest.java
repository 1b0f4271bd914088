package kb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {
    private static final Key KEY = new Key("p", "s");

    @Test
    void a_whole_number_is_a_long_however_it_is_given() {
        assertEquals(2L, Attributes.value(2));
        assertEquals(2L, Attributes.value(2.0));
        assertEquals(2L, Attributes.value(2f));
        assertEquals(2L, Attributes.value(2L));
        assertEquals(2.5, Attributes.value(2.5f));
        assertEquals(0L, Attributes.value(-0.0));
        assertEquals(Long.MIN_VALUE, Attributes.value(-0x1p63));
        assertEquals(0x1p63, Attributes.value(0x1p63));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e126, -1e126, 1e-131})
    void a_number_no_store_holds_is_refused(double number) {
        assertThrows(IllegalArgumentException.class, () -> Attributes.value(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {9.9e125, -9.9e125, 1e-130, -1e-130, 0.1})
    void the_outermost_numbers_are_kept(double number) {
        assertEquals(number, Attributes.value(number));
    }

    @Test
    void values_nest_and_are_copied() {
        var inner = new ArrayList<Object>(Arrays.asList(1, null, "x"));
        var outer = new HashMap<String, Object>(Map.of("list", inner, "map", Map.of("a", true)));
        var item = new Item(KEY, outer);
        inner.add("later");
        outer.put("more", 1);
        assertEquals(Map.of("list", Arrays.asList(1L, null, "x"), "map", Map.of("a", true)), item.attributes());
        assertThrows(
                UnsupportedOperationException.class, () -> item.attributes().put("a", 1L));
        assertThrows(
                UnsupportedOperationException.class,
                () -> ((List<?>) item.attributes().get("list")).remove(0));
    }

    @Test
    void what_is_no_value_is_refused() {
        for (var bad :
                List.of(new BigDecimal("1.5"), UUID.randomUUID(), new byte[1], Map.of(1, "x"), Map.of("", "x"))) {
            assertThrows(IllegalArgumentException.class, () -> Attributes.value(bad));
        }
        assertNull(Attributes.value(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pk", "sk", "expires_at"})
    void the_adapters_own_names_are_taken(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Item(KEY, Map.of(name, 1)));
        assertEquals(
                1, new Item(KEY, Map.of("in", Map.of(name, 1))).attributes().size());
    }

    @Test
    void an_item_is_never_counted_smaller_than_dynamodb_counts_it() {
        assertEquals(3, Attributes.bytes("aé"));
        assertEquals(1, Attributes.bytes(true));
        assertEquals(1, Attributes.bytes(null));
        assertEquals(2 + 4 / 2, Attributes.bytes(1234L));
        assertEquals(3 + (1 + 1) + (1 + 2), Attributes.bytes(List.of("a", "bc")));
        assertEquals(3 + (1 + 1 + 2), Attributes.bytes(Map.of("a", "bc")));
        assertEquals(2 + 3 + (1 + 1 + 2) + 27, new Item(KEY, Map.of("a", "bc")).bytes());
    }

    private enum Colour {
        DARK_RED
    }

    private record Row(
            String someName,
            Optional<String> given,
            Optional<String> absent,
            Instant at,
            UUID id,
            Colour colour,
            int count) {}

    @Test
    void a_record_becomes_attributes_and_itself_again() {
        var row = new Row(
                "x",
                Optional.of("y"),
                Optional.empty(),
                Instant.parse("2026-01-02T03:04:05Z"),
                new UUID(1, 2),
                Colour.DARK_RED,
                7);
        var item = Item.of(KEY, row);
        assertEquals(
                Map.of(
                        "some_name", "x",
                        "given", "y",
                        "at", "2026-01-02T03:04:05Z",
                        "id", "00000000-0000-0001-0000-000000000002",
                        "colour", "dark_red",
                        "count", 7L),
                item.attributes());
        assertEquals(row, item.as(Row.class));
        var newer = new HashMap<>(item.attributes());
        newer.put("unheard_of", "z");
        newer.put("colour", "DARK_RED");
        assertEquals(row, new Item(KEY, newer).as(Row.class));
        assertEquals("x", item.text("some_name"));
        assertEquals(7, item.number("count"));
        assertEquals(0, item.number("nothing"));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void an_item_expires_at_its_whole_second(long secondsLater, boolean expired) {
        var at = Instant.parse("2026-01-02T03:04:05.900Z");
        var item = new Item(KEY, Map.of(), Optional.of(at));
        assertEquals(Optional.of(Instant.parse("2026-01-02T03:04:05Z")), item.expires());
        assertEquals(expired, item.expired(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(secondsLater)));
        assertEquals(false, new Item(KEY, Map.of()).expired(Instant.MAX));
    }

    @Test
    void a_key_has_two_parts_within_the_limits_of_dynamodb() {
        assertThrows(IllegalArgumentException.class, () -> new Key("", "s"));
        assertThrows(IllegalArgumentException.class, () -> new Key("p", ""));
        assertThrows(IllegalArgumentException.class, () -> new Key("é".repeat(1024) + "x", "s"));
        assertThrows(IllegalArgumentException.class, () -> new Key("p", "é".repeat(512) + "x"));
        assertTrue(new Key("é".repeat(1024), "é".repeat(512)).sort().length() == 512);
    }
}
