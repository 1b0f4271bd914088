package kb.pdf;

import static kb.pdf.Drawn.HELVETICA;
import static kb.pdf.Drawn.lines;
import static kb.pdf.Drawn.page;
import static kb.pdf.Drawn.pages;
import static kb.pdf.Drawn.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import kb.pages.Page;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;

class PageTextTest {
    @Test
    void words_lines_and_paragraphs_come_out_as_planted() throws IOException {
        var page = page((sheet, content) -> {
            lines(content, 72, 700, "Tea is a drink made", "from leaves.");
            lines(content, 72, 660, "It is served hot", "or cold.");
        });
        assertEquals("Tea is a drink made\nfrom leaves.\n\nIt is served hot\nor cold.", page.text());
        assertEquals("leaves.", page.text(page.words().get(6).span()));
    }

    @Test
    void an_indented_line_starts_a_paragraph_but_an_item_s_second_line_does_not() throws IOException {
        var page = page((sheet, content) -> {
            lines(content, 72, 700, "One paragraph ends.");
            lines(content, 90, 688, "Another begins", "• An item that", "");
            lines(content, 72, 664, "- an item");
            lines(content, 90, 652, "Goes on here");
        });
        assertTrue(page.text().startsWith("One paragraph ends.\n\nAnother begins"), page.text());
        assertTrue(page.text().endsWith("- an item\nGoes on here"), page.text());
    }

    @Test
    void a_word_divided_at_a_line_s_end_is_one_word_in_two_places() throws IOException {
        var page = page((sheet, content) -> lines(content, 72, 700, "Read with compre-", "hension, please."));
        assertEquals("Read with comprehension, please.", page.text());
        assertEquals(List.of("Read", "with", "compre", "hension,", "please."), texts(page));
        assertEquals(
                List.of(0, 0, 0, 1, 1), page.words().stream().map(w -> w.line()).toList());
        assertTrue(page.words().get(2).box().t() < page.words().get(3).box().t());
    }

    @Test
    void a_hyphen_that_belongs_to_the_word_stays() throws IOException {
        assertEquals(
                "state-of-the-art work",
                page((sheet, content) -> lines(content, 72, 700, "state-of-the-", "art work"))
                        .text());
        assertEquals(
                "Anglo-\nSaxon 5-\nyear",
                page((sheet, content) -> lines(content, 72, 700, "Anglo-", "Saxon 5-", "year"))
                        .text());
    }

    @Test
    void a_word_moved_apart_without_a_space_is_a_word_of_its_own() throws IOException {
        assertEquals(
                "left right",
                page((sheet, content) -> {
                            text(content, HELVETICA, 10, 72, 700, "left");
                            text(content, HELVETICA, 10, 72 + width("left", 10) + 3, 700, "right");
                        })
                        .text());
    }

    @Test
    void letters_set_one_by_one_or_spaced_out_are_one_word() throws IOException {
        assertEquals(
                "tea TEA SHOP",
                page((sheet, content) -> {
                            text(content, HELVETICA, 10, 72, 700, "t");
                            text(content, HELVETICA, 10, 72 + width("t", 10), 700, "e");
                            text(content, HELVETICA, 10, 72 + width("te", 10), 700, "a");
                            content.setCharacterSpacing(3);
                            text(content, HELVETICA, 10, 72 + width("tea ", 10), 700, "TEA SHOP");
                        })
                        .text());
    }

    @Test
    void text_drawn_twice_for_boldness_is_read_once() throws IOException {
        assertEquals(
                "Will all bottles",
                page((sheet, content) -> {
                            text(content, HELVETICA, 10, 72, 700, "Will all bottles");
                            text(content, HELVETICA, 10, 72.3f, 700, "Will all bottles");
                        })
                        .text());
    }

    @Test
    void letters_of_other_sizes_in_other_places_are_not_taken_for_doubles() throws IOException {
        assertEquals(
                "e e",
                page((sheet, content) -> {
                            var height = sheet.getMediaBox().getHeight();
                            text(content, HELVETICA, 10, 100, height - 100, "e");
                            text(content, HELVETICA, 20, 200, height - 200, "e");
                        })
                        .text()
                        .replaceAll("\\s+", " "));
    }

    @Test
    void a_footnote_s_number_stays_on_its_line() throws IOException {
        assertEquals(
                "as shown2 here",
                page((sheet, content) -> {
                            text(content, HELVETICA, 10, 72, 700, "as shown");
                            text(content, HELVETICA, 6, 72 + width("as shown", 10), 704, "2");
                            text(content, HELVETICA, 10, 72 + width("as shown ", 10) + 4, 700, "here");
                        })
                        .text());
    }

    @Test
    void two_columns_are_read_one_after_the_other() throws IOException {
        assertEquals(
                "The left column goes\non in the right one\nat its top.",
                page((sheet, content) -> {
                            lines(content, 72, 700, "The left column goes", "on in the right one");
                            lines(content, 320, 700, "at its top.");
                        })
                        .text());
    }

    @Test
    void ligatures_accents_and_odd_spaces_are_plain_characters() throws IOException {
        // of a glyph each: fi, ffl, e with a combining accent, no-break space, zero-width space, bell, soft hyphen,
        // bullet
        assertEquals(
                "fixed baffled café a b • xyz",
                meaning(
                        List.of("\uFB01", "\uFB04", "e\u0301", "\u00A0", "\u200B", "\u0007", "\u00AD", "\uF0B7"),
                        "Axed baBed cafC aDEFb H xGyz"));
    }

    @Test
    void a_soft_hyphen_at_a_line_s_end_divides_a_word() throws IOException {
        assertEquals("comprehension", meaning(List.of("\u00AD"), "compreA", "hension"));
    }

    @Test
    void a_glyph_that_stands_for_two_words_is_two_words() throws IOException {
        assertEquals("so und so weiter", meaning(List.of("und so"), "so A weiter"));
    }

    @Test
    void half_a_surrogate_pair_is_left_out() throws IOException {
        assertEquals("ab", meaning(List.of("\uD83D"), "aAb"));
    }

    @Test
    void letters_written_from_right_to_left_are_one_word() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var font = Drawn.fontOf(document, "\u05E9", "\u05DC", "\u05D5", "\u05DD");
            try (var content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < 4; i++) text(content, font, 10, 300 - 6 * i, 700, Character.toString('A' + i));
            }
            assertEquals(
                    "\u05E9\u05DC\u05D5\u05DD",
                    pages(Drawn.bytes(document)).getFirst().text());
        }
    }

    private static String meaning(List<String> meanings, String... lines) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var font = Drawn.fontOf(document, meanings.toArray(String[]::new));
            try (var content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < lines.length; i++) text(content, font, 10, 72, 700 - 12 * i, lines[i]);
            }
            return pages(Drawn.bytes(document)).getFirst().text();
        }
    }

    private static List<String> texts(Page page) {
        return page.words().stream().map(word -> page.text(word.span())).toList();
    }

    private static float width(String text, float size) throws IOException {
        return HELVETICA.getStringWidth(text) / 1000 * size;
    }
}
