package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kb.pages.Bookmarks;
import kb.pages.Bookmarks.Bookmark;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {
    private static final double USUAL = 10;

    /** A page whose words are 10 points high, except those of the paragraphs that begin with a tilde. */
    private static Page page(int number, double large, String text) {
        var words = new ArrayList<Word>();
        var word = Pattern.compile("\\S+").matcher(text);
        while (word.find()) {
            var start = text.lastIndexOf("\n\n", word.start());
            var height = text.charAt(start < 0 ? 0 : start + 2) == '~' ? large : USUAL;
            words.add(new Word(new Span(word.start(), word.end()), 0, new Box(number, 0, 0, 1, height)));
        }
        return new Page(number, 595, 842, text, words);
    }

    private static List<String> headings(double large, String text) {
        return Structure.of(List.of(page(1, large, text))).headings().headings().stream()
                .map(Heading::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.1 Brewing",
                "2.1. Brewing tea",
                "12.10.3.4 Brewing",
                "Chapter IV Of tea",
                "Section 3: Of tea",
                "Appendix A. Of tea",
                "Note 12 Leases",
                "Item 1A. Risk factors"
            })
    void a_paragraph_numbered_as_headings_are_is_one(String heading) {
        assertEquals(List.of(heading), headings(USUAL, "Some text.\n\n" + heading + "\n\nMore text."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 Brewing",
                "2.1 brewing",
                "2.1 Brewing.",
                "2.1 Brewing,",
                "2.1 Ab",
                "2.1.2.3.4 Brewing",
                "123.1 Brewing",
                "Chapter fourteen Of tea",
                "See Section 3: Of tea"
            })
    void what_only_resembles_one_is_none(String text) {
        assertEquals(List.of(), headings(USUAL, "Some text.\n\n" + text + "\n\nMore text."));
    }

    @Test
    void what_the_file_lists_for_its_page_is_one_however_it_is_set() {
        var text = "~The mill\n\nSome text.\n\nOf tea\n\nMore.\n\nOf milk\n\nAnd more.\n\n3 Of sugar\n\nThe end.";
        var bookmarks = new Bookmarks(
                List.of(
                        new Bookmark(1, 1, "The mill"),
                        new Bookmark(2, 1, "2. Of  Tea"),
                        new Bookmark(2, 2, "Of milk"),
                        new Bookmark(2, 1, "Of sugar"),
                        new Bookmark(2, 1, "Of coffee")),
                true);
        assertEquals(
                List.of("~The mill", "Of tea", "3 Of sugar"),
                Structure.of(List.of(page(1, 20, text)), bookmarks).headings().headings().stream()
                        .map(Heading::text)
                        .toList());
        assertEquals(List.of("~The mill"), headings(20, text));
    }

    @Test
    void a_paragraph_set_clearly_larger_is_one() {
        var text = "Some text here.\n\n~Brewing\nof tea\n\nMore text here.";
        assertEquals(List.of("~Brewing of tea"), headings(11.6, text));
        assertEquals(List.of(), headings(11.5, text));
        assertEquals(List.of(), headings(8, text));
    }

    @Test
    void a_sentence_a_number_or_a_long_paragraph_is_none_however_large() {
        assertEquals(List.of(), headings(20, "Some text here and more.\n\n~Brewing of tea."));
        assertEquals(List.of(), headings(20, "Some text here and more.\n\n~12 345"));
        var longest = "~" + "x".repeat(119);
        assertEquals(List.of(longest), headings(20, "Some text here and more.\n\n" + longest));
        assertEquals(List.of(), headings(20, "Some text here and more.\n\n" + longest + "x"));
    }

    @Test
    void the_lowest_of_its_words_decides() {
        var words = List.of(
                new Word(new Span(0, 1), 0, new Box(1, 0, 0, 1, 30)),
                new Word(new Span(2, 10), 0, new Box(1, 0, 0, 1, 10)),
                new Word(new Span(12, 16), 0, new Box(1, 0, 0, 1, 10)));
        var page = new Page(1, 595, 842, "A drop cap\n\nbody", words);
        assertEquals(List.of(), Structure.of(List.of(page)).headings().headings());
    }

    @Test
    void a_document_without_words_has_none() {
        assertEquals(List.of(), Structure.of(List.of()).headings().headings());
        assertEquals(
                List.of(),
                Structure.of(List.of(new Page(1, 1, 1, "", List.of())))
                        .headings()
                        .headings());
    }

    @Test
    void a_place_is_under_the_last_heading_at_or_before_it() {
        var first = page(1, USUAL, "Preface.\n\n1.1 Leaves\n\nText.\n\n1.2 Water\n\nText.");
        var headings = Structure.of(List.of(first, page(3, USUAL, "Text.\n\n2.1 Milk")))
                .headings();
        assertEquals("", section(headings, 1, 0));
        assertEquals("", section(headings, 1, 9));
        assertEquals("1.1 Leaves", section(headings, 1, 10));
        assertEquals("1.1 Leaves", section(headings, 1, 28));
        assertEquals("1.2 Water", section(headings, 1, 29));
        assertEquals("1.2 Water", section(headings, 2, 0));
        assertEquals("1.2 Water", section(headings, 3, 6));
        assertEquals("2.1 Milk", section(headings, 3, 7));
        assertEquals("2.1 Milk", section(headings, 4, 0));
    }

    private static String section(Headings headings, int page, int start) {
        return headings.above(page, start).map(Heading::text).orElse("");
    }
}
