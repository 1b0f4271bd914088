package kb.pdf;

import static kb.pdf.Drawn.HELVETICA;
import static kb.pdf.Drawn.page;
import static kb.pdf.Drawn.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import kb.pages.Box;
import kb.pages.Page;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where words stand. The word is drawn at (100, 200) in 20 points; its crop box runs from (50, 30) to (450, 630). */
class PageFrameTest {
    private static final double ABOVE = 0.718 * 20; // Helvetica's ascender and descender
    private static final double BELOW = 0.207 * 20;

    @ParameterizedTest
    @CsvSource({
        "0,   400, 600,  50,        430, right",
        "90,  600, 400,  170,       50,  down",
        "180, 400, 600,  350,       170, left",
        "270, 600, 400,  430,       350, up",
        "-90, 600, 400,  430,       350, up",
        "450, 600, 400,  170,       50,  down",
    })
    void a_box_is_where_a_viewer_shows_the_word(
            int rotation, double width, double height, double x, double y, String reading) throws IOException {
        var page = page((sheet, content) -> {
            sheet.setCropBox(new PDRectangle(50, 30, 400, 600));
            sheet.setRotation(rotation);
            text(content, HELVETICA, 20, 100, 200, "Here");
        });
        assertEquals("Here", page.text());
        assertEquals(width, page.width());
        assertEquals(height, page.height());
        assertNear(
                expected(reading, x, y, HELVETICA.getStringWidth("Here") / 1000 * 20),
                page.words().getFirst().box());
    }

    private static Box expected(String reading, double x, double y, double length) {
        return switch (reading) {
            case "right" -> new Box(1, x, y - ABOVE, x + length, y + BELOW);
            case "down" -> new Box(1, x - BELOW, y, x + ABOVE, y + length);
            case "left" -> new Box(1, x - length, y - BELOW, x, y + ABOVE);
            default -> new Box(1, x - ABOVE, y - length, x + BELOW, y);
        };
    }

    @Test
    void a_word_turned_by_the_text_itself_is_read_too() throws IOException {
        var page = page((sheet, content) -> {
            content.beginText();
            content.setFont(HELVETICA, 20);
            content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 100, 200));
            content.showText("Up the side");
            content.endText();
        });
        assertEquals("Up the side", page.text());
        var up = HELVETICA.getStringWidth("Up") / 1000 * 20;
        var y = page.height() - 200;
        assertNear(
                new Box(1, 100 - ABOVE, y - up, 100 + BELOW, y),
                page.words().getFirst().box());
    }

    @Test
    void what_lies_outside_the_crop_box_is_not_on_the_page() throws IOException {
        var page = page((sheet, content) -> {
            sheet.setCropBox(new PDRectangle(50, 30, 400, 600));
            text(content, HELVETICA, 10, 60, 10, "printer's mark");
            text(content, HELVETICA, 10, 60, 100, "text");
        });
        assertEquals("text", page.text());
    }

    @Test
    void an_impossible_crop_box_loses_nothing() throws IOException {
        var page = page((sheet, content) -> {
            sheet.setCropBox(new PDRectangle(9_000, 9_000, 0, 0));
            text(content, HELVETICA, 10, 60, 100, "text");
        });
        assertTrue(page.width() > 0 && page.height() > 0);
        assertEquals("text", page.text());
    }

    @Test
    void words_without_any_width_have_a_box() throws IOException {
        Page page = page((sheet, content) -> {
            content.beginText();
            content.setFont(HELVETICA, 10);
            content.setHorizontalScaling(0);
            content.newLineAtOffset(60, 100);
            content.showText("flat");
            content.endText();
        });
        for (var word : page.words()) assertTrue(word.box().r() > word.box().l());
    }

    private static void assertNear(Box expected, Box box) {
        assertEquals(expected.l(), box.l(), 1, () -> "left of " + box);
        assertEquals(expected.t(), box.t(), 1, () -> "top of " + box);
        assertEquals(expected.r(), box.r(), 1, () -> "right of " + box);
        assertEquals(expected.b(), box.b(), 1, () -> "bottom of " + box);
    }
}
