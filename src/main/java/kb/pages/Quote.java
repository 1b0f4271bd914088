package kb.pages;

import java.util.Optional;

/** Finds a quote in the text of a page: white space may differ, nothing else. */
public final class Quote {
    private Quote() {}

    /**
     * Where the page says this, from its first to its last visible character; empty when it does not.
     *
     * @param near where to look first; a page may say the same thing twice
     */
    public static Optional<Span> find(String page, String quote, int near) {
        var wanted = quote.strip();
        if (wanted.isEmpty()) return Optional.empty();
        return from(near, page, wanted).or(() -> from(0, page, wanted));
    }

    private static Optional<Span> from(int first, String page, String wanted) {
        var character = wanted.charAt(0);
        for (int start = page.indexOf(character, first); start >= 0; start = page.indexOf(character, start + 1)) {
            var end = end(page, start, wanted);
            if (end >= 0) return Optional.of(new Span(start, end));
        }
        return Optional.empty();
    }

    /** Where the quote ends that begins here, or -1. */
    private static int end(String page, int start, String wanted) {
        int there = start;
        int here = 0;
        while (here < wanted.length()) {
            if (there == page.length()) return -1;
            var space = Character.isWhitespace(wanted.charAt(here));
            if (space != Character.isWhitespace(page.charAt(there))) return -1;
            if (space) {
                here = past(wanted, here);
                there = past(page, there);
            } else if (wanted.charAt(here++) != page.charAt(there++)) {
                return -1;
            }
        }
        return there;
    }

    private static int past(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) i++;
        return i;
    }
}
