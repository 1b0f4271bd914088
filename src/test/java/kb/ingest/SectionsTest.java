package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final String TEXT =
            "Some text of a section that is a good deal longer than its headings are. ".repeat(3);

    /** Paragraphs that begin with digits and an asterisk are that high, likewise bold: {@code 14* Title}, {@code 10* Bold}. */
    private static Page page(int number, String... paragraphs) {
        var text = new StringBuilder();
        var words = new ArrayList<Word>();
        var bold = new ArrayList<Span>();
        for (var paragraph : paragraphs) {
            var mark = Pattern.compile("(\\d+)\\* (.*)").matcher(paragraph);
            var marked = mark.matches();
            var plain = marked ? mark.group(2) : paragraph.strip();
            if (!text.isEmpty()) text.append("\n\n");
            var start = text.length();
            var box = new Box(number, 0, 0, 1, marked ? Integer.parseInt(mark.group(1)) : 10);
            var word = Pattern.compile("\\S+").matcher(plain);
            while (word.find()) words.add(new Word(new Span(start + word.start(), start + word.end()), 0, box));
            text.append(plain);
            if (marked) bold.add(new Span(start, text.length()));
        }
        return new Page(number, 595, 842, text.toString(), words, bold, List.of());
    }

    private static List<String> paths(Page... pages) {
        return Structure.of(List.of(pages)).headings().headings().stream()
                .map(heading -> String.join(" > ", heading.path()))
                .toList();
    }

    @Test
    void numbers_tell_which_section_lies_in_which() {
        assertEquals(
                List.of(
                        "1. Tea",
                        "1. Tea > 1.1 Leaves",
                        "1. Tea > 1.2 Water",
                        "1. Tea > 1.2 Water > 1.2.1 Heat",
                        "2. Milk"),
                paths(
                        page(1, "12* 1. Tea", TEXT, "1.1 Leaves", TEXT, "1.2 Water", TEXT),
                        page(2, TEXT, "1.2.1 Heat", TEXT, "12* 2. Milk", TEXT)));
    }

    @Test
    void size_and_weight_tell_where_there_are_no_numbers() {
        assertEquals(
                List.of("Tea", "Tea > Leaves", "Tea > Leaves > Green", "Tea > Water", "Milk"),
                paths(
                        page(1, "16* Tea", TEXT, "12* Leaves", TEXT, "10* Green", TEXT),
                        page(2, "12* Water", TEXT, "16* Milk", TEXT)));
    }

    @Test
    void no_section_lies_in_the_document_s_title() {
        assertEquals(
                List.of("The library", "The library > A guide", "1. Hours", "2. Rooms"),
                paths(page(1, "20* The library", "14* A guide", "12* 1. Hours", TEXT, "12* 2. Rooms", TEXT)));
    }

    @Test
    void a_bold_paragraph_is_a_heading_unless_bold_is_the_rule() {
        assertEquals(List.of("Leaves"), paths(page(1, TEXT, "10* Leaves", TEXT)));
        assertEquals(List.of(), paths(page(1, "10* " + TEXT.strip(), "10* Leaves", TEXT)));
    }

    @Test
    void a_lone_number_makes_a_heading_of_what_has_text_below_it_and_not_of_an_item() {
        assertEquals(List.of("3 Leaves"), paths(page(1, TEXT, "3 Leaves", TEXT)));
        assertEquals(List.of(), paths(page(1, TEXT, "1. Leaves", "2. Water", "3. Milk", "Done.")));
    }

    @Test
    void an_entry_of_the_contents_is_none() {
        assertEquals(List.of(), paths(page(1, "1.1 Leaves ........... 7", "1.2 Water . . . . . . 12", TEXT)));
    }

    @Test
    void number_and_title_are_kept_apart() {
        var heading = Structure.of(List.of(page(1, TEXT, "Chapter IV Of tea", TEXT)))
                .headings()
                .headings()
                .getFirst();
        assertEquals("Chapter IV", heading.number());
        assertEquals("Of tea", heading.title());
        assertEquals("Chapter IV Of tea", heading.text());
    }
}
