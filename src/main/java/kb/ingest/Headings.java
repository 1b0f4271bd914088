package kb.ingest;

import java.util.ArrayList;
import java.util.List;
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

    static Headings of(List<Page> pages) {
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
        var text = "";
        for (var heading : headings) {
            if (heading.page() > page || heading.page() == page && heading.start() > start) break;
            text = heading.text();
        }
        return text;
    }

    /** The lowest of the words decides: an initial or a formula makes no heading. */
    private static double height(Page page, Span span) {
        return page.words(span).stream()
                .mapToDouble(word -> word.box().b() - word.box().t())
                .min()
                .orElse(0);
    }

    private static double usualHeight(List<Page> pages) {
        var heights = pages.stream()
                .flatMap(page -> page.words().stream())
                .mapToDouble(word -> word.box().b() - word.box().t())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }
}
