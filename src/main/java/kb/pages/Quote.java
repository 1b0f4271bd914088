package kb.pages;

import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Finds a quote in the text of a page: white space, words divided at the end of a line, invisible characters and the way Unicode
 * writes a letter may differ, nothing else.
 */
public final class Quote {
    private Quote() {}

    /**
     * Where the page says this, from its first to its last visible character; empty when it does not.
     *
     * @param near where to look first; a page may say the same thing twice
     */
    public static Optional<Span> find(String page, String quote, int near) {
        return find(page, quote, near, (_, _) -> true);
    }

    /** The same, but never a part of a word or of a number: "profitable" is not what "unprofitable" says, nor 450 what 1,450 does. */
    public static Optional<Span> findWhole(String page, String quote, int near) {
        return find(page, quote, near, Whole::is);
    }

    private static Optional<Span> find(String page, String quote, int near, BiPredicate<String, Span> fits) {
        var wanted = Folded.quote(quote);
        if (wanted.isEmpty()) return Optional.empty();
        var folded = Folded.page(page);
        return from(near, folded, wanted, fits).or(() -> from(0, folded, wanted, fits));
    }

    private static Optional<Span> from(int first, Folded page, String wanted, BiPredicate<String, Span> fits) {
        var text = page.text();
        var character = wanted.charAt(0);
        for (int start = text.indexOf(character); start >= 0; start = text.indexOf(character, start + 1)) {
            if (page.start(start) < first || !page.begins(start)) continue;
            var end = end(text, start, wanted);
            if (end < 0 || !page.begins(end) || !fits.test(text, new Span(start, end))) continue;
            return Optional.of(new Span(page.start(start), page.end(end - 1)));
        }
        return Optional.empty();
    }

    /** Where the quote ends that begins here, or -1. */
    private static int end(String page, int start, String wanted) {
        int there = start;
        int here = 0;
        while (here < wanted.length()) {
            if (there == page.length()) return -1;
            if (page.charAt(there) == Folded.DIVISION) {
                there++;
                here = pastHyphen(wanted, here);
            } else if (wanted.charAt(here++) != page.charAt(there++)) {
                return -1;
            }
        }
        return page.charAt(there - 1) == Folded.DIVISION ? -1 : there;
    }

    private static int pastHyphen(String wanted, int at) {
        if (wanted.charAt(at) != '-' && wanted.charAt(at) != '\u2010') return at;
        return at + 1 < wanted.length() && wanted.charAt(at + 1) == ' ' ? at + 2 : at + 1;
    }
}
