package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
    private static Call call(String id) {
        return new Call(Sent.get("/"), Map.of("id", id), Caller.ANONYMOUS);
    }

    @Test
    void an_id_is_read_from_the_path() {
        var id = "0190a0b0-0000-7000-8000-00000000000a";
        assertEquals(UUID.fromString(id), call(id).id("id", "chat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1-1-1-1-1", "0190A0B0-0000-7000-8000-00000000000A", "../secrets"})
    void what_is_no_id_is_answered_like_one_nobody_has(String text) {
        var refused = assertThrows(ProblemException.class, () -> call(text).id("id", "chat"));
        assertEquals(new Problem.NotFound("chat", text), refused.problem());
    }

    @Test
    void a_long_one_is_shown_short_and_never_cut_within_a_character() {
        assertEquals("x".repeat(100) + "…", shown("x".repeat(101)));
        assertEquals("x".repeat(100), shown("x".repeat(100)));
        assertEquals("x".repeat(99) + "…", shown("x".repeat(99) + "😀"));
    }

    private static String shown(String id) {
        var refused = assertThrows(ProblemException.class, () -> call(id).id("id", "chat"));
        return ((Problem.NotFound) refused.problem()).id();
    }

    @Test
    void of_a_query_name_given_twice_the_last_counts() {
        var query = Sent.query("limit=3&limit=4&all=true&none=false&name=+x+").query();
        assertEquals(4, query.number("limit", 1, 1, 9));
        assertEquals(true, query.flag("all", false));
        assertEquals(false, query.flag("none", true));
        assertEquals("x", query.text("name", 5));
        assertEquals("read", query.into(() -> "read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=10", "limit=", "limit=x", "limit=1.0", "limit=99999999999", "all=1", "other=1"
            })
    void a_query_is_checked_like_a_body(String raw) {
        var query = Sent.query(raw).query();
        query.number("limit", 1, 1, 9);
        query.flag("all", false);
        assertThrows(ProblemException.class, () -> query.into(() -> ""));
    }

    @Test
    void a_negative_number_may_stand_in_a_query() {
        assertEquals(-3, Sent.query("a=-3").query().number("a", 1, -5, 9));
    }

    @Test
    void a_level_of_access_covers_those_below_it() {
        var levels = List.of(Access.PUBLIC, Access.READER, Access.WRITER, Access.ADMIN);
        for (var has : levels) {
            for (var needed : levels) {
                var caller = new Caller("t", "u", "n", has);
                assertEquals(levels.indexOf(has) >= levels.indexOf(needed), caller.may(needed), has + " " + needed);
            }
        }
    }
}
