package kb.pdf;

import static kb.pdf.Drawn.HELVETICA;
import static kb.pdf.Drawn.lines;
import static kb.pdf.Drawn.page;
import static kb.pdf.Drawn.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kb.pages.Page;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOrderTest {
    private static final List<String> LEFT = List.of(
            "The collection was founded", "in nineteen eleven by Ada", "Merrow, who left it", "letters of her father.");
    private static final List<String> RIGHT = List.of(
            "It holds every issue of the",
            "harbour’s gazette and is",
            "kept at twelve degrees in",
            "a room of its own.");
    private static final List<String> THIRD = List.of(
            "Pencils are the only tools", "that may be used at its", "tables, and photographs", "are to be ordered.");

    /** Line by line across the columns, as programs draw that place text by its height. */
    @SafeVarargs
    private static void across(PDPageContentStream content, float top, float shift, List<String>... columns)
            throws IOException {
        for (int i = 0; i < columns[0].size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                text(content, HELVETICA, 10, 60 + 160 * j, top - 12 * i - shift * j, columns[j].get(i));
            }
        }
    }

    private static String column(List<String> lines) {
        return String.join("\n", lines);
    }

    /** Paragraphs within a column are not what is looked at here. */
    private static List<String> linesOf(Page page) {
        return page.text().lines().filter(line -> !line.isEmpty()).toList();
    }

    @SafeVarargs
    private static List<String> all(List<String>... lists) {
        var all = new ArrayList<String>();
        for (var list : lists) all.addAll(list);
        return all;
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1, 3, 5, 7})
    void columns_drawn_by_turns_are_read_one_after_the_other(float shift) throws IOException {
        var page = page((sheet, content) -> across(content, 700, shift, LEFT, RIGHT));
        assertEquals(all(LEFT, RIGHT), linesOf(page));
    }

    @Test
    void three_columns_too() throws IOException {
        var page = page((sheet, content) -> across(content, 700, 0, LEFT, RIGHT, THIRD));
        assertEquals(all(LEFT, RIGHT, THIRD), linesOf(page));
    }

    @Test
    void what_spans_the_columns_stays_above_between_and_below_them() throws IOException {
        var page = page((sheet, content) -> {
            text(content, HELVETICA, 18, 60, 740, "The library of the harbour town");
            across(content, 700, 0, LEFT, RIGHT);
            text(content, HELVETICA, 10, 60, 630, "A line in the middle of the page that spans both of the columns");
            across(content, 600, 0, RIGHT, THIRD);
            text(
                    content,
                    HELVETICA,
                    8,
                    60,
                    540,
                    "A note at the foot of the page that spans both of the columns as well");
        });
        assertEquals(
                all(
                        List.of("The library of the harbour town"),
                        LEFT,
                        RIGHT,
                        List.of("A line in the middle of the page that spans both of the columns"),
                        RIGHT,
                        THIRD,
                        List.of("A note at the foot of the page that spans both of the columns as well")),
                linesOf(page));
    }

    @Test
    void columns_drawn_one_after_the_other_stay_as_drawn() throws IOException {
        var page = page((sheet, content) -> {
            lines(content, 220, 700, RIGHT.toArray(String[]::new));
            lines(content, 60, 700, LEFT.toArray(String[]::new));
        });
        assertEquals(column(RIGHT) + "\n\n" + column(LEFT), page.text());
    }

    @Test
    void a_sidebar_drawn_after_the_text_is_read_after_it() throws IOException {
        var page = page((sheet, content) -> {
            lines(content, 60, 700, LEFT.toArray(String[]::new));
            lines(content, 400, 700, "Opening hours:", "nine to five");
            lines(content, 60, 640, THIRD.toArray(String[]::new));
        });
        assertEquals(all(LEFT, List.of("Opening hours:", "nine to five"), THIRD), linesOf(page));
    }

    @Test
    void a_title_drawn_last_is_read_first() throws IOException {
        var page = page((sheet, content) -> {
            text(content, HELVETICA, 8, 290, 40, "7");
            lines(content, 60, 700, LEFT.toArray(String[]::new));
            text(content, HELVETICA, 18, 60, 740, "The library");
        });
        assertEquals("The library\n\n" + column(LEFT) + "\n\n7", page.text());
    }

    @Test
    void a_running_head_over_the_second_column_drawn_last_is_read_first() throws IOException {
        var page = page((sheet, content) -> {
            lines(content, 60, 700, LEFT.toArray(String[]::new));
            lines(content, 220, 700, RIGHT.toArray(String[]::new));
            text(content, HELVETICA, 8, 300, 760, "The library");
        });
        assertEquals(all(List.of("The library"), LEFT, RIGHT), linesOf(page));
    }

    @Test
    void lines_drawn_from_the_bottom_up_are_read_from_the_top_down() throws IOException {
        var page = page((sheet, content) -> {
            for (int i = 3; i >= 0; i--) text(content, HELVETICA, 10, 60, 700 - 12 * i, LEFT.get(i));
        });
        assertEquals(column(LEFT), page.text());
    }

    @Test
    void the_rows_of_a_table_stay_rows() throws IOException {
        var page = page((sheet, content) -> {
            for (int i = 0; i < 4; i++) {
                var places = List.of("Lantern Room", "Chandler Hall", "Reading Room", "Map Room");
                text(content, HELVETICA, 10, 60, 700 - 12 * i, places.get(i));
                text(content, HELVETICA, 10, 260, 700 - 12 * i, (i + 1) * 4 + " seats on the floor");
            }
        });
        assertEquals("Lantern Room\t4 seats on the floor", linesOf(page).getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void a_page_drawn_turned_is_read_as_it_is_held(int degrees) throws IOException {
        var page = page((sheet, content) -> {
            content.transform(Matrix.getRotateInstance(Math.toRadians(degrees), 300, 420));
            content.transform(Matrix.getTranslateInstance(-200, -700));
            across(content, 700, 0, LEFT, RIGHT);
        });
        assertEquals(all(LEFT, RIGHT), linesOf(page));
    }

    @Test
    void text_up_the_margin_does_not_get_between_the_lines() throws IOException {
        var page = page((sheet, content) -> {
            across(content, 700, 0, LEFT, RIGHT);
            content.beginText();
            content.setFont(HELVETICA, 10);
            content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 30, 600));
            content.showText("Printed in the harbour town");
            content.endText();
        });
        assertEquals(all(LEFT, RIGHT, List.of("Printed in the harbour town")), linesOf(page));
    }
}
