package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kb.pages.Page;
import kb.pages.Span;

/**
 * The headings that can be told without doubt: short paragraphs that are numbered as headings are, or set clearly larger than the
 * document's text.
 */
record Headings(List<Heading> headings) {
    private static final int LONGEST = 120;
    private static final double LARGER = 1.15;
    private static final Pattern NUMBERED = Pattern.compile(
            "(?s)(\\d{1,2}(\\.\\d{1,2}){1,3}\\.?|(Chapter|Section|Part|Item|Note|Appendix)\\s\\w{1,4}[.:]?)\\s+\\p{Lu}.*");
    private static final Pattern WORDY = Pattern.compile("(?s).*\\p{L}{3}.*[^.,;]");

    record Heading(int page, int start, String text) {}

    /** Walks through the pages twice: what is large shows only when all are seen. */
    static Headings of(Iterable<Page> pages) {
        var usual = usualHeight(pages);
        var headings = new ArrayList<Heading>();
        for (var page : pages) {
            var start = 0;
            for (var paragraph : page.text().split("\n\n")) {
                if (isHeading(page, start, paragraph, usual)) {
                    headings.add(new Heading(page.number(), start, paragraph.replace('\n', ' ')));
                }
                start += paragraph.length() + 2;
            }
        }
        return new Headings(headings);
    }

    private static boolean isHeading(Page page, int start, String text, double usual) {
        if (text.length() > LONGEST || !WORDY.matcher(text).matches()) return false;
        return NUMBERED.matcher(text).matches()
                || height(page, new Span(start, start + text.length())) > LARGER * usual;
    }

    /** The last heading at or before the place, empty when there is none. */
    String above(int page, int start) {
        var low = 0;
        var high = headings.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            var heading = headings.get(middle);
            if (heading.page() > page || heading.page() == page && heading.start() > start) high = middle;
            else low = middle + 1;
        }
        return low == 0 ? "" : headings.get(low - 1).text();
    }

    /** The lowest of the words decides: an initial or a formula makes no heading. */
    private static double height(Page page, Span span) {
        return page.words(span).stream()
                .mapToDouble(word -> word.box().b() - word.box().t())
                .min()
                .orElse(0);
    }

    /** The median, of heights counted in hundredths of a point: a long document has a million words. */
    private static double usualHeight(Iterable<Page> pages) {
        var counts = new TreeMap<Long, Integer>();
        var words = 0;
        for (var page : pages) {
            for (var word : page.words()) {
                counts.merge(Math.round(100 * (word.box().b() - word.box().t())), 1, Integer::sum);
                words++;
            }
        }
        var before = 0;
        for (var count : counts.entrySet()) {
            before += count.getValue();
            if (before > words / 2) return count.getKey() / 100.0;
        }
        return 0;
    }
}
