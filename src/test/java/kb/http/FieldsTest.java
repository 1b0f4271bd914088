package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static <T> T read(String json, Function<Fields, T> reader) {
        var fields = Sent.call(Sent.json(json)).fields();
        var value = reader.apply(fields);
        return fields.into(() -> value);
    }

    private static List<Violation> refused(String json, Function<Fields, ?> reader) {
        var refused = assertThrows(ProblemException.class, () -> read(json, reader));
        return ((Problem.Invalid) refused.problem()).violations();
    }

    private static void assertRefused(String field, String message, String json, Function<Fields, ?> reader) {
        assertEquals(List.of(new Violation(field, message)), refused(json, reader));
    }

    @Test
    void a_text_is_read_without_the_white_space_around_it() {
        assertEquals("a b", read("{\"a\": \" a b\\n\"}", fields -> fields.text("a", 3)));
        assertEquals(Optional.of("x"), read("{\"a\": \"x\"}", fields -> fields.optionalText("a", 1)));
        assertEquals(Optional.empty(), read("{\"a\": null}", fields -> fields.optionalText("a", 1)));
        assertEquals(Optional.empty(), read("{}", fields -> fields.optionalText("a", 1)));
        assertEquals("😀", read("{\"a\": \"\\ud83d\\ude00\"}", fields -> fields.text("a", 1)));
        assertEquals(List.of("😀"), read("{\"a\": [\"😀\"]}", fields -> fields.texts("a", 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                | is required",
                "{\"a\": null}     | is required",
                "{\"a\": \" \"}    | must not be blank",
                "{\"a\": 1}        | must be a text",
                "{\"a\": [\"x\"]}  | must be a text",
                "{\"a\": \"1234\"} | is longer than 3 characters",
                "{\"a\": \"😀😀😀😀\"} | is longer than 3 characters",
                "{\"a\": \"\\ud800\"} | has half a character (an unpaired surrogate)",
                "{\"a\": \"\\udfff\"} | has half a character (an unpaired surrogate)"
            })
    void a_text_that_is_none_is_refused(String json, String message) {
        assertRefused("a", message, json, fields -> fields.text("a", 3));
    }

    @Test
    void a_number_is_read_within_its_bounds_and_may_be_absent() {
        for (var number : List.of(1, 7, 50)) {
            assertEquals(number, read("{\"a\": %d}".formatted(number), fields -> fields.number("a", 10, 1, 50)));
        }
        for (var absent : List.of("{}", "{\"a\": null}")) {
            var number = read(absent, fields -> fields.number("a", 10, 1, 50));
            assertEquals(10, number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51", "1.5", "2.0", "\"3\"", "true", "99999999999", "1e1", "[]"})
    void a_number_that_is_none_is_refused(String value) {
        assertRefused(
                "a",
                "must be a whole number from 1 to 50",
                "{\"a\": " + value + "}",
                fields -> fields.number("a", 10, 1, 50));
    }

    @Test
    void a_flag_is_true_or_false() {
        assertEquals(true, read("{\"a\": true}", fields -> fields.flag("a", false)));
        assertEquals(false, read("{\"a\": false}", fields -> fields.flag("a", true)));
        assertEquals(true, read("{}", fields -> fields.flag("a", true)));
        assertEquals(false, read("{\"a\": null}", fields -> fields.flag("a", false)));
        for (var value : List.of("1", "\"true\"", "[]")) {
            assertRefused("a", "must be true or false", "{\"a\": " + value + "}", fields -> fields.flag("a", false));
        }
    }

    @Test
    void a_list_of_texts_is_read() {
        assertEquals(List.of("x", "y"), read("{\"a\": [\" x\", \"y\"]}", fields -> fields.texts("a", 2, 2)));
        assertEquals(List.of(), read("{\"a\": []}", fields -> fields.texts("a", 2, 2)));
        assertEquals(List.of(), read("{\"a\": null}", fields -> fields.texts("a", 2, 2)));
        assertEquals(List.of(), read("{}", fields -> fields.texts("a", 2, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\"                   | must be a list of at most 2 texts",
                "{}                      | must be a list of at most 2 texts",
                "[\"a\", \"b\", \"c\"]   | must be a list of at most 2 texts",
                "[1]                     | must hold texts of 1 to 3 characters",
                "[\"x\", \" \"]          | must hold texts of 1 to 3 characters",
                "[\"1234\"]              | must hold texts of 1 to 3 characters",
                "[null]                  | must hold texts of 1 to 3 characters",
                "[\"\\udc00\"]           | must hold texts of 1 to 3 characters"
            })
    void a_list_that_is_none_is_refused(String value, String message) {
        assertRefused("a", message, "{\"a\": " + value + "}", fields -> fields.texts("a", 2, 3));
    }

    @Test
    void an_object_is_read_like_its_parent_and_named_in_complaints() {
        Function<Fields, Object> reader = fields -> {
            var inner = fields.object("in");
            var text = inner.optionalText("a", 3);
            inner.nothingElse();
            return text;
        };
        assertEquals(Optional.of("x"), read("{\"in\": {\"a\": \"x\"}}", reader));
        assertEquals(Optional.empty(), read("{\"in\": null}", reader));
        assertEquals(Optional.empty(), read("{}", reader));
        assertRefused("in", "must be an object", "{\"in\": [1]}", reader);
        assertRefused("in.a", "must be a text", "{\"in\": {\"a\": 1}}", reader);
        assertRefused("in.b", "is not known here; known are: a", "{\"in\": {\"b\": 1}}", reader);
    }

    @Test
    void every_complaint_is_told_at_once() {
        var violations = refused("{\"a\": 1, \"c\": \"x\", \"d\": {}}", fields -> {
            fields.complain("own", "is odd", "");
            return fields.text("a", 3) + fields.text("b", 3) + fields.number("c", 1, 1, 2);
        });
        assertEquals(
                List.of(
                        new Violation("own", "is odd"),
                        new Violation("a", "must be a text"),
                        new Violation("b", "is required"),
                        new Violation("c", "must be a whole number from 1 to 2"),
                        new Violation("d", "is not known here; known are: a, b, c")),
                violations);
    }

    @Test
    void where_nothing_is_known_nothing_is_listed() {
        assertRefused("x", "is not known here", "{\"x\": 1}", _ -> "");
    }

    @Test
    void of_very_many_unknown_names_some_are_told_so_that_the_answer_stays_short() {
        var violations = refused("{" + names(5_000) + "}", fields -> fields.optionalText("a", 3));
        assertEquals(21, violations.size());
        assertEquals(
                20,
                refused("{" + names(20) + "}", fields -> fields.optionalText("a", 3))
                        .size());
        assertEquals(new Violation("", "4,980 more names are not known here"), violations.getLast());
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj("\"n%d\": 1"::formatted).collect(Collectors.joining(","));
    }

    @Test
    void an_unknown_name_is_shown_short_and_whole() {
        var violations = refused("{\"" + "😀".repeat(300) + "\": 1}", _ -> "");
        assertEquals("😀".repeat(50) + "…", violations.getFirst().field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "\"a\"", "{", "{} {}", "{\"a\":1,\"a\":2}"})
    void a_body_is_one_json_object(String body) {
        var refused = assertThrows(ProblemException.class, () -> read(body, _ -> ""));
        assertEquals(
                new Problem.Malformed("expected one JSON object, in UTF-8, without repeated names"), refused.problem());
    }

    @Test
    void a_body_of_another_type_or_too_large_is_refused_before_it_is_read() {
        var plain = Sent.with(Sent.json("{}"), "content-type", "text/plain");
        assertEquals(
                new Problem.UnsupportedMediaType("application/json"),
                assertThrows(ProblemException.class, Sent.call(plain)::fields).problem());
        var large = Sent.json("{\"a\": \"" + "x".repeat(1_000_000 - 8) + "\"}");
        assertEquals(
                new Problem.TooLarge("a JSON body", 1_000_000, "send less"),
                assertThrows(ProblemException.class, Sent.call(large)::fields).problem());
        var largest = Sent.call(Sent.json("{\"a\": \"" + "x".repeat(1_000_000 - 9) + "\"}"))
                .fields();
        assertTrue(largest.text("a", 1_000_000).length() > 999_000);
    }
}
