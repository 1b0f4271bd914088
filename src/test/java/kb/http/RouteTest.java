package kb.http;

import static kb.http.Access.READER;
import static kb.http.Method.DELETE;
import static kb.http.Method.GET;
import static kb.http.Route.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private static final Handler NOTHING = _ -> Response.empty(204);

    private static Optional<Map<String, String>> match(String pattern, String path) {
        return route(GET, pattern, READER, NOTHING).match(Route.split(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b,         b",
        "/a/b+c,       b+c",
        "/a/b%2Fc,     b/c",
        "/a/b%20c,     b c",
        "/a/%C3%A9,    é",
        "/a/%F0%9F%98%80, 😀",
        "/a/..,        ..",
        "/a/%2e%2e%2f, ../",
        "/a/{id},      {id}"
    })
    void a_parameter_takes_one_segment_and_decodes_it(String path, String value) {
        assertEquals(Optional.of(Map.of("id", value)), match("/a/{id}", path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/", "/a//", "/a/b/", "//a/b", "/a//b", "/A/b", "a/b", "/%61/b", "", "/"})
    void any_other_path_is_another(String path) {
        assertEquals(Optional.empty(), match("/a/{id}", path));
    }

    @Test
    void a_path_without_parameters_is_taken_letter_by_letter() {
        assertEquals(Optional.of(Map.of()), match("/", "/"));
        assertEquals(Optional.of(Map.of()), match("/a/b", "/a/b"));
        assertEquals(Optional.empty(), match("/", ""));
        assertEquals(Optional.empty(), match("/a", "/a/"));
    }

    @Test
    void every_parameter_has_its_value() {
        assertEquals(Optional.of(Map.of("x", "1", "y", "2")), match("/a/{x}/b/{y}", "/a/1/b/2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/%", "/a/%zz", "/a/%4"})
    void a_malformed_escape_is_a_malformed_request(String path) {
        var refused = assertThrows(ProblemException.class, () -> match("/a/{id}", path));
        assertEquals(new Problem.Malformed("the path has a malformed %-escape"), refused.problem());
    }

    @ParameterizedTest
    @CsvSource({
        "/a,      /a,      true",
        "/a/{x},  /a/{y},  true",
        "/a/{x},  /a/b,    true",
        "/{x}/b,  /a/{y},  true",
        "/a,      /b,      false",
        "/a/{x},  /b/{x},  false",
        "/{x}/b,  /{x}/c,  false",
        "/a,      /a/{x},  false",
        "/a/b,    /a/b/c,  false"
    })
    void two_rows_overlap_when_some_request_fits_both(String one, String other, boolean overlaps) {
        var first = route(GET, one, READER, NOTHING);
        assertEquals(overlaps, first.overlaps(route(GET, other, READER, NOTHING)));
        assertEquals(overlaps, route(GET, other, READER, NOTHING).overlaps(first));
        assertEquals(false, first.overlaps(route(DELETE, other, READER, NOTHING)));
    }
}
