package kb.pdf;

import java.util.concurrent.atomic.AtomicInteger;
import kb.ingest.PdfReader.Reason;

/** How much work a document may make. The densest page of a telephone directory has some 30,000 glyphs. */
final class Budget {
    private static final int GLYPHS_A_PAGE = 500_000;
    private static final int GLYPHS = 2_000_000;
    private static final int OPERATORS = 20_000_000;

    private final AtomicInteger glyphsOfPage = new AtomicInteger();
    private final AtomicInteger glyphs = new AtomicInteger();
    private final AtomicInteger operators = new AtomicInteger();

    Budget nextPage() {
        glyphsOfPage.set(0);
        return this;
    }

    void glyph() {
        spend(glyphsOfPage, GLYPHS_A_PAGE);
        spend(glyphs, GLYPHS);
    }

    void operator() {
        spend(operators, OPERATORS);
    }

    private static void spend(AtomicInteger spent, int most) {
        if (spent.incrementAndGet() > most) throw new Refused(Reason.LIMIT_EXCEEDED);
    }
}
