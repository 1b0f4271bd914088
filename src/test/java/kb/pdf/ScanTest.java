package kb.pdf;

import static kb.pdf.Concealed.hidden;
import static kb.pdf.Concealed.picture;
import static kb.pdf.Concealed.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kb.pages.Coverage.Source;
import kb.pages.Hiding;
import kb.pages.Page;
import org.junit.jupiter.api.Test;

/** Letters that somebody recognised in a scan and put where nobody sees them: those are its text. */
class ScanTest {
    private static final String SCAN = "q 600 0 0 800 0 0 cm /X Do Q ";
    private static final String STAMP = "q 200 0 0 30 90 390 cm /X Do Q ";

    @Test
    void letters_over_a_scan_are_its_text() {
        var page = page(SCAN + "3 Tr " + text());
        assertEquals("Pay the bearer.", page.text());
        assertEquals(Source.OCR, page.coverage().source());
        assertEquals(1, page.coverage().images());
        assertEquals(Map.of(), page.coverage().leftOut());
    }

    @Test
    void letters_under_a_scan_are_its_text() {
        var page = page(text() + SCAN);
        assertEquals("Pay the bearer.", page.text());
        assertEquals(Source.OCR, page.coverage().source());
    }

    @Test
    void letters_over_a_small_picture_are_hidden() {
        var page = page(STAMP + "3 Tr " + text());
        assertEquals("", page.text());
        assertEquals(Source.NONE, page.coverage().source());
        assertEquals(Map.of(Hiding.INVISIBLE, 13), page.coverage().leftOut());
    }

    @Test
    void letters_that_are_fewer_than_the_visible_ones_are_hidden() {
        var page = page(SCAN + "BT /F 12 Tf 100 700 Td (A page with a picture behind its text) Tj ET 3 Tr " + text());
        assertEquals("A page with a picture behind its text", page.text());
        assertEquals(Source.NATIVE, page.coverage().source());
        assertEquals(Map.of(Hiding.INVISIBLE, 13), page.coverage().leftOut());
    }

    @Test
    void letters_beside_the_scan_are_hidden() {
        var page = page("q 600 0 0 600 0 200 cm /X Do Q 3 Tr " + text() + text("12 0 0 12 100 100"));
        assertEquals("Pay the bearer.", page.text());
        assertEquals(Map.of(Hiding.INVISIBLE, 13), page.coverage().leftOut());
    }

    @Test
    void a_hidden_double_does_not_take_the_visible_one_with_it() {
        var page = page("3 Tr " + text() + "0 Tr " + text());
        assertEquals("Pay the bearer.", page.text());
        assertEquals(Map.of(Hiding.INVISIBLE, 13), page.coverage().leftOut());
    }

    @Test
    void a_scan_without_letters_lacks_text_and_an_empty_page_does_not() {
        assertEquals(true, page(SCAN).coverage().lacksText());
        assertEquals(false, page(" ").coverage().lacksText());
    }

    private static Page page(String content) {
        var file = hidden("a scan", null, content)
                .with("/XObject <</X 6 0 R>>", picture(""))
                .alone();
        return Drawn.pages(file).getFirst();
    }
}
