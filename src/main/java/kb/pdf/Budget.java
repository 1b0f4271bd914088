package kb.pdf;

import java.util.concurrent.atomic.AtomicInteger;
import kb.ingest.PdfReader.Reason;

/**
 * How much work a document may make. The densest page of a telephone directory has some 30,000 glyphs, a page of a book
 * 3,000: what a document may have grows with the pages read so far, so that a few cannot spend what thousands need.
 */
final class Budget {
    private static final int GLYPHS_A_PAGE = 500_000;
    private static final int GLYPHS = 2_000_000;
    private static final int GLYPHS_MORE_WITH_EACH_PAGE = 10_000;
    private static final int OPERATORS = 20_000_000;
    private static final int OPERATORS_MORE_WITH_EACH_PAGE = 50_000;

    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger glyphsOfPage = new AtomicInteger();
    private final AtomicInteger glyphs = new AtomicInteger();
    private final AtomicInteger operators = new AtomicInteger();

    Budget nextPage() {
        pages.incrementAndGet();
        glyphsOfPage.set(0);
        return this;
    }

    void glyph() {
        spend(glyphsOfPage, GLYPHS_A_PAGE);
        spend(glyphs, GLYPHS + pages.get() * GLYPHS_MORE_WITH_EACH_PAGE);
    }

    void operator() {
        spend(operators, OPERATORS + pages.get() * OPERATORS_MORE_WITH_EACH_PAGE);
    }

    private static void spend(AtomicInteger spent, int most) {
        if (spent.incrementAndGet() > most) throw new Refused(Reason.LIMIT_EXCEEDED);
    }
}
