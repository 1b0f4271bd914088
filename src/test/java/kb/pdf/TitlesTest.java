package kb.pdf;

import static kb.pdf.Drawn.HELVETICA;
import static kb.pdf.Drawn.lines;
import static kb.pdf.Drawn.page;
import static kb.pdf.Drawn.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import kb.pages.Page;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;

class TitlesTest {
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    /** Lines right below one another; those that begin with an asterisk are bold. */
    private static Page closeSet(String... lines) throws IOException {
        return page((sheet, content) -> {
            for (int i = 0; i < lines.length; i++) draw(content, 700 - 12 * i, lines[i]);
        });
    }

    private static void draw(PDPageContentStream content, float y, String line) throws IOException {
        if (line.startsWith("*")) text(content, BOLD, 10, 72, y, line.substring(1));
        else text(content, HELVETICA, 10, 72, y, line);
    }

    private static List<String> bold(Page page) {
        return page.bold().stream().map(page::text).toList();
    }

    @Test
    void a_bold_line_right_above_its_text_is_a_paragraph_of_its_own() throws IOException {
        var page = closeSet("The text before.", "*The collection", "It was founded in 1911", "by Ada Merrow.");
        assertEquals("The text before.\n\nThe collection\n\nIt was founded in 1911\nby Ada Merrow.", page.text());
        assertEquals(List.of("The collection"), bold(page));
    }

    @Test
    void a_bold_heading_of_two_lines_stays_whole() throws IOException {
        var page = closeSet("*The local history", "*collection", "It was founded in 1911.");
        assertEquals("The local history\ncollection\n\nIt was founded in 1911.", page.text());
        assertEquals(List.of("The local history\ncollection"), bold(page));
    }

    @Test
    void bold_words_within_a_sentence_divide_nothing() throws IOException {
        var page = page((sheet, content) -> {
            text(content, BOLD, 10, 72, 700, "Never boil");
            text(content, HELVETICA, 10, 130, 700, "green tea,");
            text(content, BOLD, 10, 72, 688, "not even for a");
            text(content, HELVETICA, 10, 72, 676, "moment.");
        });
        assertEquals("Never boil green tea,\nnot even for a\nmoment.", page.text());
        assertEquals(List.of("Never boil", "not even for a"), bold(page));
    }

    @Test
    void a_bold_sum_is_no_heading() throws IOException {
        assertEquals(
                "Tea 4,200\nMilk 800\nTotal 5,000",
                closeSet("Tea 4,200", "Milk 800", "*Total 5,000").text());
    }

    @Test
    void a_numbered_line_shorter_than_the_text_below_is_a_paragraph_of_its_own() throws IOException {
        var page = closeSet("7.2 Brewing", "The water should be just off the boil.", "Never colder.");
        assertEquals("7.2 Brewing\n\nThe water should be just off the boil.\nNever colder.", page.text());
    }

    @Test
    void the_items_of_a_numbered_list_stay_together() throws IOException {
        var list = List.of("1. Fill the kettle", "2. Bring the water to the boil, slowly", "3. Pour");
        assertEquals(
                String.join("\n", list), closeSet(list.toArray(String[]::new)).text());
    }

    @Test
    void letters_that_are_filled_and_outlined_are_bold() throws IOException {
        var page = page((sheet, content) -> {
            content.setRenderingMode(RenderingMode.FILL_STROKE);
            text(content, HELVETICA, 10, 72, 700, "Brewing");
            content.setRenderingMode(RenderingMode.FILL);
            lines(content, 72, 688, "Use fresh water.");
        });
        assertEquals(List.of("Brewing"), bold(page));
    }

    @Test
    void a_word_divided_at_a_line_s_end_is_bold_up_to_its_last_letter() throws IOException {
        var page = closeSet("*Of compre-", "hension.");
        assertEquals("Of comprehension.", page.text());
        assertEquals(List.of("Of compre"), bold(page));
    }
}
