package kb.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    private static final Word ONE = new Word(new Span(0, 3), 0, new Box(1, 10, 10, 20, 20));
    private static final Word TWO = new Word(new Span(4, 7), 0, new Box(1, 25, 8, 40, 21));
    private static final Word THREE = new Word(new Span(8, 13), 1, new Box(1, 10, 30, 30, 40));
    private static final Page PAGE = new Page(1, 100, 100, "one two\nthree", List.of(ONE, TWO, THREE));

    @ParameterizedTest
    @CsvSource({
        "0, 13, one two three",
        "0, 3,  one",
        "2, 5,  one two",
        "3, 4,  ''",
        "3, 5,  two",
        "6, 8,  two",
        "7, 9,  three",
        "12, 13, three",
        "13, 13, ''"
    })
    void a_span_touches_the_words_it_shares_a_character_with(int start, int end, String words) {
        var touched = PAGE.words(new Span(start, end)).stream()
                .map(word -> PAGE.text(word.span()))
                .toList();
        assertEquals(words, String.join(" ", touched));
    }

    @Test
    void a_span_has_one_box_for_each_line_it_touches() {
        assertEquals(List.of(new Box(1, 10, 8, 40, 21), new Box(1, 10, 30, 30, 40)), PAGE.boxes(new Span(0, 13)));
        assertEquals(List.of(TWO.box(), THREE.box()), PAGE.boxes(new Span(4, 13)));
        assertEquals(List.of(), PAGE.boxes(new Span(3, 4)));
    }

    @Test
    void a_page_without_words_has_no_boxes() {
        assertEquals(List.of(), new Page(1, 1, 1, "", List.of()).boxes(new Span(0, 0)));
    }

    @Test
    void a_box_is_not_empty() {
        assertThrows(IllegalArgumentException.class, () -> new Box(1, 5, 0, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Box(1, 0, 5, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> new Box(1, Double.NaN, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Box(1, 6, 0, 5, 1));
    }
}
