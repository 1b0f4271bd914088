package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kb.pages.Page;
import kb.pages.Span;

/**
 * A paragraph that looks as headings do.
 *
 * @param text on one line
 * @param height of its lowest word: an initial or a formula makes no heading
 * @param before whether a longer paragraph without a number follows
 */
record HeadingCandidate(int page, Span span, String text, double height, boolean bold, boolean before) {
    private static final int LONGEST = 120;
    private static final int MOST_LINES = 4;
    private static final Pattern WORDY = Pattern.compile("(?s)(?=.*\\p{L}{3}).*[^.,;]");
    private static final Pattern OF_CONTENTS = Pattern.compile("(?s).*(\\.\\s?){4,}\\s*\\w{1,5}");

    static List<HeadingCandidate> on(Page page) {
        var found = new ArrayList<HeadingCandidate>();
        var size = TextSize.on(page);
        var paragraphs = page.text().split("\n\n");
        var start = 0;
        for (int i = 0; i < paragraphs.length; i++) {
            var next = i + 1 < paragraphs.length ? paragraphs[i + 1] : "";
            var inTable =
                    page.table(new Span(start, start + paragraphs[i].length())).isPresent();
            if (!inTable && isLikely(paragraphs[i])) found.add(of(page, size, start, paragraphs[i], next));
            start += paragraphs[i].length() + 2;
        }
        return found;
    }

    private static HeadingCandidate of(Page page, TextSize size, int start, String paragraph, String next) {
        var span = new Span(start, start + paragraph.length());
        var before = next.length() > LONGEST && Numbering.of(next).depth() == 0;
        var text = paragraph.replace('\n', ' ');
        return new HeadingCandidate(page.number(), span, text, height(page, size, span), page.isBold(span), before);
    }

    private static boolean isLikely(String text) {
        return text.length() <= LONGEST
                && text.lines().count() <= MOST_LINES
                && WORDY.matcher(text).matches()
                && !OF_CONTENTS.matcher(text).matches();
    }

    private static double height(Page page, TextSize size, Span span) {
        return page.words(span).stream().mapToDouble(size::of).min().orElse(0);
    }
}
