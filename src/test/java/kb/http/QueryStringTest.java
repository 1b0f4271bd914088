package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {
    @Test
    void names_keep_their_order_and_all_their_values() {
        var query = QueryString.parse("b=1&a=2&b=3&&c&d=");
        assertEquals(
                Map.of("b", List.of("1", "3"), "a", List.of("2"), "c", List.of(""), "d", List.of("")), query.values());
        assertEquals(List.of("b", "a", "c", "d"), List.copyOf(query.values().keySet()));
    }

    @Test
    void an_empty_query_has_no_names() {
        assertEquals(QueryString.NONE, QueryString.parse(""));
        assertEquals(QueryString.NONE, QueryString.parse("&&"));
    }

    @Test
    void escapes_are_read_after_splitting_and_a_plus_is_a_space() {
        assertEquals(
                Map.of("a b", List.of("c&d=e +"), "é", List.of("😀")),
                QueryString.parse("a+b=c%26d%3De+%2B&%C3%A9=%F0%9F%98%80").values());
        assertEquals(Map.of("a", List.of("b=c")), QueryString.parse("a=b=c").values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%ff.pdf", "a=%E9", "%ff=a", "a=%F0%9F", "a=\uFFFD"})
    void bytes_that_are_no_utf8_are_a_malformed_request(String raw) {
        var refused = assertThrows(ProblemException.class, () -> QueryString.parse(raw));
        assertEquals(
                new Problem.Malformed("the query is not UTF-8: escape the UTF-8 bytes of its text"), refused.problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%z1", "a=%1", "%=a", "a=1&b=%-1"})
    void a_malformed_escape_is_a_malformed_request(String raw) {
        var refused = assertThrows(ProblemException.class, () -> QueryString.parse(raw));
        assertEquals(new Problem.Malformed("the query has a malformed %-escape"), refused.problem());
    }
}
