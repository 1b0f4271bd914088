package kb.ingest;

import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Word;

/** How tall a page's words are. @param turned whether its lines run up or down the page, as in a table set sideways */
record TextSize(boolean turned) {
    /** The words of a line stand beside one another; in a line set sideways, above. */
    static TextSize on(Page page) {
        var pairs = 0;
        var above = 0;
        var words = page.words();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).line() != words.get(i - 1).line()) continue;
            pairs++;
            if (standAbove(words.get(i - 1).box(), words.get(i).box())) above++;
        }
        return new TextSize(2 * above > pairs);
    }

    private static boolean standAbove(Box one, Box other) {
        var across = Math.min(one.r(), other.r()) - Math.max(one.l(), other.l());
        var down = Math.min(one.b(), other.b()) - Math.max(one.t(), other.t());
        return across > 0 && down <= 0;
    }

    double of(Word word) {
        var box = word.box();
        return turned ? box.r() - box.l() : box.b() - box.t();
    }
}
