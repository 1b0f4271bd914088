package kb.ingest;

import kb.pages.Page;
import kb.pages.Word;

/** How tall a page's words are. @param turned whether its lines run up or down the page, as in a table set sideways */
record TextSize(boolean turned) {
    private static final int LEAST_LETTERS = 3;

    /** Words of some letters are longer than they are tall. */
    static TextSize on(Page page) {
        var seen = 0;
        var tall = 0;
        for (var word : page.words()) {
            if (word.span().length() < LEAST_LETTERS) continue;
            seen++;
            if (word.box().b() - word.box().t() > word.box().r() - word.box().l()) tall++;
        }
        return new TextSize(2 * tall > seen);
    }

    double of(Word word) {
        var box = word.box();
        return turned ? box.r() - box.l() : box.b() - box.t();
    }
}
