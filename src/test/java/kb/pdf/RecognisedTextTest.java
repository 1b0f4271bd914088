package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import kb.pages.Box;
import kb.pages.Coverage;
import kb.pages.Coverage.Source;
import kb.pages.Hiding;
import kb.pages.Page;
import kb.pages.Word;
import org.junit.jupiter.api.Test;

/** What Tesseract says, at four dots a point. */
class RecognisedTextTest {
    private static final Page SCAN = new Page(
            3,
            600,
            800,
            "",
            List.of(),
            List.of(),
            List.of(),
            new Coverage(Source.NONE, 0, 0, 1, true, false, Map.of(Hiding.TINY, 5)));

    private static final String FOUND = tabbed("""
            level page_num block_num par_num line_num word_num left top width height conf text
            1 1 0 0 0 0 0 0 2400 3200 -1 -
            2 1 1 0 0 0 400 400 800 120 -1 -
            3 1 1 1 0 0 400 400 800 120 -1 -
            4 1 1 1 1 0 400 400 800 48 -1 -
            5 1 1 1 1 1 400 408 200 40 96.1 over-
            4 1 1 1 2 0 400 460 800 48 -1 -
            5 1 1 1 2 1 400 460 100 48 91.5 due
            5 1 1 1 2 2 520 470 200 30 41.0 loans
            5 1 1 1 2 3 760 470 200 30 3.2 |;~
            4 1 2 1 1 0 400 900 800 48 -1 -
            5 1 2 1 1 1 400 900 240 48 90 Tomorrow.""");

    private static String tabbed(String table) {
        return table.replace(' ', '\t').replace("\t-\n", "\t\n");
    }

    @Test
    void words_come_in_lines_and_paragraphs_and_stand_where_they_are_seen() {
        var page = RecognisedText.on(SCAN, FOUND);
        assertEquals("overdue loans\n\nTomorrow.", page.text());
        assertEquals(
                List.of(
                        new Box(3, 100, 102, 150, 112),
                        new Box(3, 100, 115, 125, 127),
                        new Box(3, 130, 117.5, 180, 125),
                        new Box(3, 100, 225, 160, 237)),
                page.words().stream().map(Word::box).toList());
    }

    @Test
    void words_it_is_hardly_sure_of_are_left_out_and_those_it_is_not_sure_of_count_as_garbled() {
        var coverage = RecognisedText.on(SCAN, FOUND).coverage();
        assertEquals(new Coverage(Source.OCR, 22, 5, 1, true, false, Map.of(Hiding.TINY, 5)), coverage);
    }

    @Test
    void whatever_else_it_says_leaves_the_page_as_it_is() {
        for (var nothing :
                List.of("", "level\tpage_num", "Error opening data file", "5\t1\t1\t1\t1\t1\tx\t1\t1\t1\t90\tword")) {
            assertSame(SCAN, RecognisedText.on(SCAN, nothing), nothing);
        }
    }
}
