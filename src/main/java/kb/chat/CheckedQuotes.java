package kb.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kb.pages.Page;
import kb.pages.Quote;
import kb.pages.Span;
import kb.search.Passage;

/** Looks the quotes of a claim up in the stored text of the pages they are said to be on. */
final class CheckedQuotes {
    /** Letters and digits; less stands anywhere. */
    private static final int LEAST = 8;

    private static final int IDEOGRAPH = 3;
    private static final Pattern QUOTATION_MARKS = Pattern.compile("^[\"“„«‘']+|[\"”“»’']+$");

    private final List<Passage> passages;
    private final PageLookup pages;

    CheckedQuotes(List<Passage> passages, PageLookup pages) {
        this.passages = passages;
        this.pages = pages;
    }

    /** Where a quote stands. */
    record Found(Passage passage, Page page, Span span) {
        String text() {
            return page.text(span);
        }

        boolean isBeside(Found other) {
            return passage.chunkId().equals(other.passage.chunkId());
        }

        Found with(Found other) {
            var start = Math.min(span.start(), other.span.start());
            return new Found(passage, page, new Span(start, Math.max(span.end(), other.span.end())));
        }
    }

    /** Those that stand there. */
    List<Found> find(List<Claim.Quoted> quotes) {
        return quotes.stream().flatMap(quote -> find(quote).stream()).toList();
    }

    private Optional<Found> find(Claim.Quoted quote) {
        if (quote.passage() < 1 || quote.passage() > passages.size()) return Optional.empty();
        var passage = passages.get(quote.passage() - 1);
        var bare = QUOTATION_MARKS.matcher(quote.text()).replaceAll("");
        return pages.page(passage)
                .flatMap(page -> find(page, passage, quote.text()).or(() -> find(page, passage, bare)));
    }

    private static Optional<Found> find(Page page, Passage passage, String quote) {
        if (weight(quote) < LEAST) return Optional.empty();
        return Quote.findWhole(page.text(), quote, passage.span().start()).map(span -> new Found(passage, page, span));
    }

    private static int weight(String quote) {
        return quote.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(point -> Character.isIdeographic(point) ? IDEOGRAPH : 1)
                .sum();
    }

    /** Quotes of one passage as one stretch of it, in the order of the first of each. */
    static List<Found> joined(List<Found> quotes) {
        var joined = new ArrayList<Found>();
        for (var quote : quotes) {
            var at = 0;
            while (at < joined.size() && !joined.get(at).isBeside(quote)) at++;
            if (at == joined.size()) joined.add(quote);
            else joined.set(at, joined.get(at).with(quote));
        }
        return joined;
    }
}
