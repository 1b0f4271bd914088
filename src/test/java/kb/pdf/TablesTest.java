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
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final float[] COLUMNS = {60, 220, 300, 380};

    /** Rows whose cells are divided by a bar. */
    private static void rows(PDPageContentStream content, float top, String... rows) throws IOException {
        for (int i = 0; i < rows.length; i++) {
            var cells = rows[i].split("\\|", -1);
            for (int j = 0; j < cells.length; j++) {
                if (!cells[j].isEmpty()) text(content, HELVETICA, 10, COLUMNS[j], top - 14 * i, cells[j]);
            }
        }
    }

    private static Page table(String... rows) throws IOException {
        return page((sheet, content) -> {
            lines(content, 60, 714, "The rooms that members can book are these:");
            rows(content, 700, rows);
            lines(content, 60, 700 - 14 * rows.length, "Rooms are booked for two hours.");
        });
    }

    private static List<String> tables(Page page) {
        return page.tables().stream().map(table -> page.text(table.span())).toList();
    }

    private static String header(Page page) {
        return page.text(page.tables().getFirst().header());
    }

    @Test
    void a_row_is_a_line_with_tabs_between_its_cells() throws IOException {
        var page = table("Room|Seats|Fee", "Lantern Room|4|$ 0.00", "Chandler Hall|80|$ 15.00", "Map Room|12|$ 7.50");
        assertEquals("""
                The rooms that members can book are these:

                Room\tSeats\tFee
                Lantern Room\t4\t$ 0.00
                Chandler Hall\t80\t$ 15.00
                Map Room\t12\t$ 7.50

                Rooms are booked for two hours.""", page.text());
        assertEquals("Room\tSeats\tFee", header(page));
        assertEquals(
                List.of("Room\tSeats\tFee\nLantern Room\t4\t$ 0.00\nChandler Hall\t80\t$ 15.00\nMap Room\t12\t$ 7.50"),
                tables(page));
    }

    @Test
    void groups_and_empty_cells_are_part_of_the_table() throws IOException {
        var page = table("|2023|2022", "Income", "Fees|1,874|2,936", "Fines||1,042", "Gifts|(47)|-");
        assertEquals(List.of("\t2023\t2022\nIncome\nFees\t1,874\t2,936\nFines\t\t1,042\nGifts\t(47)\t-"), tables(page));
        assertEquals("\t2023\t2022\nIncome", header(page));
    }

    @Test
    void two_rows_are_no_table_nor_are_gaps_that_no_column_shares() throws IOException {
        assertEquals(List.of(), tables(table("Room|Seats", "Map Room|12")));
        assertEquals(1, tables(table("Room|Seats|Fee", "Map Room|12|7.50")).size());
        var ragged = page((sheet, content) -> {
            for (int i = 0; i < 4; i++) {
                text(content, HELVETICA, 10, 60, 700 - 14 * i, "Rooms are".repeat(i + 1));
                text(
                        content,
                        HELVETICA,
                        10,
                        60 + 60 * (i + 1),
                        700 - 14 * i,
                        "booked for two hours, and no longer than that");
            }
        });
        assertEquals(List.of(), tables(ragged));
    }

    @Test
    void the_items_of_a_list_are_no_rows() throws IOException {
        var page = page((sheet, content) -> {
            for (int i = 0; i < 4; i++) {
                text(content, HELVETICA, 10, 60, 700 - 14 * i, (i + 1) + ".");
                text(content, HELVETICA, 10, 90, 700 - 14 * i, "Fill the kettle");
            }
        });
        assertEquals(List.of(), tables(page));
    }

    @Test
    void words_driven_apart_in_a_narrow_column_are_no_cells() throws IOException {
        var page = page((sheet, content) -> {
            var words =
                    List.of("Gazette rope bell", "volume cargo shelf", "ledger window margin", "quay of lighthouse");
            for (int i = 0; i < words.size(); i++) {
                var parts = words.get(i).split(" ");
                for (int j = 0; j < 3; j++) text(content, HELVETICA, 10, 60 + 55 * j + 3 * i, 700 - 12 * i, parts[j]);
            }
        });
        assertEquals(List.of(), tables(page));
        assertEquals("Gazette rope bell\nvolume cargo shelf\nledger window margin\nquay of lighthouse", page.text());
    }

    @Test
    void rows_drawn_from_the_bottom_up_are_in_order() throws IOException {
        var page = page((sheet, content) -> {
            rows(content, 672, "Map Room|12");
            rows(content, 686, "Lantern Room|4");
            rows(content, 700, "Room|Seats");
        });
        assertEquals(List.of("Room\tSeats\nLantern Room\t4\nMap Room\t12"), tables(page));
    }
}
