package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kb.ingest.PdfReader.Pages;
import kb.ingest.PdfReader.Reason;

/**
 * Gives the pages of a document on, in their order, and counts what they took: so it does not matter which of them were read at the
 * same time.
 */
final class Delivery {
    private final int first;
    private final int last;
    private final Pages pages;
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicLong glyphs = new AtomicLong();
    private final AtomicLong operators = new AtomicLong();
    private final List<Refused> failures = new ArrayList<>();

    /** @param first the number of the first page that is wanted @param last that of the document's last */
    Delivery(int first, int last, Pages pages) {
        this.first = first;
        this.last = last;
        this.pages = pages;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    int count() {
        return last - first + 1;
    }

    /** What a page may take: as good as what those before it left, once they are given. */
    Budget budget(int number) {
        return new Budget(number - first + 1, glyphs.get(), operators.get());
    }

    /** @param attempt at the next page @throws Refused when the document took too much */
    void take(PageReader.Attempt attempt) {
        settle(attempt.spent());
        attempt.refused().ifPresent(this::note);
        pages.take(attempt.page(), last);
    }

    private void settle(Budget spent) {
        var count = given.incrementAndGet();
        var tooMuch = glyphs.addAndGet(spent.glyphs()) > Budget.mostGlyphs(count)
                || operators.addAndGet(spent.operators()) > Budget.mostOperators(count);
        if (tooMuch) throw new Refused(Reason.LIMIT_EXCEEDED);
    }

    private void note(Refused refused) {
        if (refused.reason() == Reason.LIMIT_EXCEEDED) throw refused;
        failures.add(refused);
    }

    /** @throws Refused when no page of the document could be read */
    void end() {
        if (failures.size() == last) throw failures.getFirst();
    }
}
