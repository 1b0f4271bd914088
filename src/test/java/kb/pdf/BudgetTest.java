package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import kb.ingest.PdfReader.Reason;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final Budget budget = new Budget();

    private void page(int glyphs, int operators) {
        budget.nextPage();
        for (int i = 0; i < glyphs; i++) budget.glyph();
        for (int i = 0; i < operators; i++) budget.operator();
    }

    @Test
    void five_thousand_dense_pages_are_read() {
        assertDoesNotThrow(() -> {
            for (int page = 0; page < 5_000; page++) page(6_000, 10_000);
        });
    }

    @Test
    void a_telephone_directory_of_a_hundred_pages_is_read() {
        assertDoesNotThrow(() -> {
            for (int page = 0; page < 100; page++) page(29_000, 29_000);
        });
    }

    @Test
    void a_page_that_draws_without_end_is_refused() {
        refused(() -> page(500_001, 0));
        refused(() -> page(0, 21_000_000));
    }

    @Test
    void a_few_pages_may_not_spend_what_thousands_need() {
        refused(() -> {
            for (int page = 0; page < 5; page++) page(499_000, 0);
        });
    }

    private static void refused(Runnable reading) {
        assertEquals(
                Reason.LIMIT_EXCEEDED, assertThrows(Refused.class, reading::run).reason());
    }
}
