package kb.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import kb.pages.Bookmarks;

/**
 * The headings that a file lists as its contents: a short paragraph that reads like one, on the page that it leads to, is one, however it
 * is set.
 */
record Listed(Set<Entry> entries) {
    record Entry(int page, String letters) {}

    static Listed of(Bookmarks bookmarks) {
        var entries = new HashSet<Entry>();
        for (var bookmark : bookmarks.items()) add(entries, bookmark.page(), bookmark.title());
        return new Listed(entries);
    }

    /** The page may show a number that the list leaves out, and the other way round. */
    private static void add(Set<Entry> entries, int page, String title) {
        entries.add(new Entry(page, letters(title)));
        entries.add(new Entry(page, letters(Numbering.of(title).rest())));
    }

    boolean hold(HeadingCandidate candidate) {
        var shown = new HashSet<Entry>();
        add(shown, candidate.page(), candidate.text());
        return shown.stream().anyMatch(entries::contains);
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
