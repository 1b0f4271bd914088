package kb.pdf;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kb.ingest.PdfReader.Reason;
import kb.pages.Page;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final Delivery delivery = new Delivery(1, 5_000, (_, _) -> {});
    private final AtomicInteger pages = new AtomicInteger();

    private void page(int glyphs, int operators) {
        var budget = delivery.budget(pages.incrementAndGet());
        for (int i = 0; i < glyphs; i++) budget.glyph();
        for (int i = 0; i < operators; i++) budget.operator();
        delivery.take(read(budget));
    }

    private PageReader.Attempt read(Budget spent) {
        return new PageReader.Attempt(new Page(pages.get(), 9, 9, "", List.of()), Optional.empty(), spent);
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

    @Test
    void pages_that_are_read_at_the_same_time_may_spend_no_more() {
        var budgets = IntStream.rangeClosed(1, 5).mapToObj(delivery::budget).toList();
        for (var budget : budgets) for (int i = 0; i < 499_000; i++) budget.glyph();
        for (int i = 0; i < 4; i++) delivery.take(read(budgets.get(i)));
        refused(() -> delivery.take(read(budgets.get(4))));
    }

    private static void refused(Runnable reading) {
        assertEquals(
                Reason.LIMIT_EXCEEDED, assertThrows(Refused.class, reading::run).reason());
    }
}
