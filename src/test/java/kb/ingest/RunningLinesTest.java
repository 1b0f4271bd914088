package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import org.junit.jupiter.api.Test;

class RunningLinesTest {
    private static final UUID DOCUMENT = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");

    /** Lines of 10 points, the first {@code head} ones from 20 on, the last {@code foot} ones from 790 on, the others between. */
    private static Page page(int number, int head, int foot, String... lines) {
        var text = new StringBuilder();
        var words = new ArrayList<Word>();
        for (int i = 0; i < lines.length; i++) {
            var top = i < head ? 20 : i >= lines.length - foot ? 790 - 12 * (lines.length - foot) : 300;
            if (i > 0) text.append(i == head || i == lines.length - foot ? "\n\n" : "\n");
            var word = Pattern.compile("\\S+").matcher(lines[i]);
            while (word.find()) {
                var span = new Span(text.length() + word.start(), text.length() + word.end());
                words.add(new Word(span, i, new Box(number, 0, top + 12 * i, 1, top + 12 * i + 10)));
            }
            text.append(lines[i]);
        }
        return new Page(number, 595, 842, text.toString(), words);
    }

    private static List<String> chunks(Page... pages) {
        return new Chunker(900, String::length)
                .chunks(DOCUMENT, Optional.empty(), List.of(pages)).stream()
                        .map(Chunk::text)
                        .toList();
    }

    @Test
    void what_stands_at_the_edge_of_every_page_is_in_no_chunk() {
        assertEquals(
                List.of("Leaves.", "Water.", "Milk."),
                chunks(
                        page(1, 1, 1, "Of tea", "Leaves.", "Page 1 of 3"),
                        page(2, 1, 1, "Of tea", "Water.", "Page 2 of 3"),
                        page(3, 1, 1, "Of tea", "Milk.", "Page 3 of 3")));
    }

    @Test
    void numbers_of_two_pages_are_enough() {
        assertEquals(List.of("Leaves.", "Water."), chunks(page(1, 0, 1, "Leaves.", "1"), page(2, 0, 1, "Water.", "2")));
        assertEquals(
                List.of("Leaves.", "Water."), chunks(page(1, 0, 1, "Leaves.", "iv"), page(2, 0, 1, "Water.", "v")));
    }

    @Test
    void a_page_number_counts_wherever_the_page_s_text_ends() {
        assertEquals(
                List.of("Leaves.", "Water.", "Milk."),
                chunks(page(1, 0, 0, "Leaves.", "11"), page(2, 0, 0, "Water.", "12"), page(3, 0, 0, "Milk.", "13")));
        assertEquals(
                List.of("Leaves.\n11", "Water.\n13", "Milk.\n17"),
                chunks(page(1, 0, 0, "Leaves.", "11"), page(2, 0, 0, "Water.", "13"), page(3, 0, 0, "Milk.", "17")));
    }

    @Test
    void what_is_the_same_within_the_pages_stays() {
        var page = "Tea is served at four.";
        assertEquals(List.of(page, page, page), chunks(page(1, 0, 0, page), page(2, 0, 0, page), page(3, 0, 0, page)));
    }

    @Test
    void what_differs_at_the_edge_stays_and_so_does_all_within_it() {
        assertEquals(
                List.of("Leaves are green.\n\nText.", "Water is clear.\n\nText.", "Milk is white.\n\nText."),
                chunks(
                        page(1, 1, 0, "Leaves are green.", "Text."),
                        page(2, 1, 0, "Water is clear.", "Text."),
                        page(3, 1, 0, "Milk is white.", "Text.")));
        var first = page(1, 2, 0, "Leaves are green.", "Of tea", "Text.");
        var second = page(2, 2, 0, "Water is clear.", "Of tea", "Text.");
        assertEquals(
                List.of("Leaves are green.\nOf tea\n\nText.", "Water is clear.\nOf tea\n\nText."),
                chunks(first, second));
    }

    @Test
    void pages_that_say_nothing_else_keep_it() {
        var line = "This page is intentionally left blank.";
        assertEquals(List.of(line, line), chunks(page(1, 1, 0, line), page(2, 1, 0, line)));
        assertEquals(List.of(), chunks(page(1, 0, 1, "Page 1"), page(2, 0, 1, "Page 2")));
    }

    @Test
    void a_running_head_is_no_heading() {
        var pages = List.of(
                page(1, 1, 0, "2.1 Of tea", "Leaves."),
                page(2, 1, 0, "2.1 Of tea", "Water."),
                page(3, 1, 0, "2.1 Of tea", "Milk."));
        assertEquals(List.of(), Structure.of(pages).headings().headings());
    }
}
