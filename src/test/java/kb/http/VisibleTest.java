package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
    private static Problem refused(String text) {
        var fields = Sent.call(Sent.json(Json.write(Map.of("a", text)))).fields();
        return assertThrows(ProblemException.class, () -> {
                    fields.text("a", 100);
                    fields.into(() -> "");
                })
                .problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u200b", "\u00a0\u200b", "\u0000", "\ufeff", "\u0085"})
    void a_text_that_shows_nothing_is_blank(String text) {
        assertEquals(new Problem.Invalid(List.of(new Violation("a", "must not be blank"))), refused(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\u0000", "\u001b[0m", "a\u009fb"})
    void a_control_character_is_refused(String text) {
        assertEquals(
                new Problem.Invalid(List.of(new Violation("a", "has a control character: leave it out"))),
                refused(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\r\nc", "a\u200bb", "a\u0085b", "👩‍🚀", "."})
    void what_shows_something_is_kept(String text) {
        assertEquals(
                text,
                Sent.call(Sent.json(Json.write(Map.of("a", text)))).fields().text("a", 100));
    }

    @Test
    void the_texts_of_a_list_show_something_too() {
        for (var text : List.of("\u200b", "x\u0000")) {
            var fields =
                    Sent.call(Sent.json(Json.write(Map.of("a", List.of(text))))).fields();
            assertEquals(List.of(), fields.texts("a", 1, 9));
            assertThrows(ProblemException.class, () -> fields.into(List::of));
        }
    }
}
