package kb.pdf;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kb.ingest.PdfReader.Reason;

/**
 * How much work a page may make. The densest page of a telephone directory has some 30,000 glyphs, a page of a book
 * 3,000: what a document may have grows with the pages read so far, so that a few cannot spend what thousands need.
 */
final class Budget {
    private static final int GLYPHS_A_PAGE = 500_000;
    private static final int GLYPHS = 2_000_000;
    private static final int GLYPHS_MORE_WITH_EACH_PAGE = 10_000;
    private static final int OPERATORS = 20_000_000;
    private static final int OPERATORS_MORE_WITH_EACH_PAGE = 50_000;
    private static final int CHARACTERS_A_PAGE = 4_000_000;
    private static final int DECODED_A_PAGE = 100_000_000;
    private static final int DEEPEST = 5_000;
    private static final int FORMS_A_PAGE = 50_000;
    private static final int STUMBLES_A_PAGE = 50_000;
    private static final int LOOKS_A_PAGE = 10_000_000;

    private final int pages;
    private final long glyphsBefore;
    private final long operatorsBefore;
    private final AtomicInteger glyphs = new AtomicInteger();
    private final AtomicInteger operators = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicLong decoded = new AtomicLong();
    private final AtomicInteger forms = new AtomicInteger();
    private final AtomicInteger stumbles = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();

    /** @param pages up to this one, this one counted @param glyphsBefore on pages before it, likewise {@code operatorsBefore} */
    Budget(int pages, long glyphsBefore, long operatorsBefore) {
        this.pages = pages;
        this.glyphsBefore = glyphsBefore;
        this.operatorsBefore = operatorsBefore;
    }

    static long mostGlyphs(int pages) {
        return GLYPHS + (long) pages * GLYPHS_MORE_WITH_EACH_PAGE;
    }

    static long mostOperators(int pages) {
        return OPERATORS + (long) pages * OPERATORS_MORE_WITH_EACH_PAGE;
    }

    /** Spent on this page. */
    int glyphs() {
        return glyphs.get();
    }

    /** Likewise. */
    int operators() {
        return operators.get();
    }

    void glyph() {
        spend(glyphs, Math.min(GLYPHS_A_PAGE, mostGlyphs(pages) - glyphsBefore));
    }

    void operator() {
        spend(operators, mostOperators(pages) - operatorsBefore);
    }

    /** A form that draws ten others that draw ten others needs few operators for much work. */
    void form() {
        spend(forms, FORMS_A_PAGE);
    }

    /** An operator that can't be carried out: an exception costs more than a hundred that can. */
    void stumble() {
        spend(stumbles, STUMBLES_A_PAGE);
    }

    /** Whether one more look at what lies over or under a glyph may be taken: a page is read without them too. */
    boolean look() {
        return looks.incrementAndGet() <= LOOKS_A_PAGE;
    }

    /** @param characters of a glyph: a font may give it a whole story */
    void text(int characters) {
        if (written.addAndGet(characters) > CHARACTERS_A_PAGE) throw new Refused(Reason.LIMIT_EXCEEDED);
    }

    /** @param bytes of content that came out of a filter */
    void decoded(int bytes) {
        if (decoded.addAndGet(bytes) > DECODED_A_PAGE) throw new Refused(Reason.LIMIT_EXCEEDED);
    }

    /** @param states of the graphics that are saved at a time; 28 was a limit of old */
    void depth(int states) {
        if (states > DEEPEST) throw new Refused(Reason.LIMIT_EXCEEDED);
    }

    private static void spend(AtomicInteger spent, long most) {
        if (spent.incrementAndGet() > most) throw new Refused(Reason.LIMIT_EXCEEDED);
    }
}
