package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;

/** A line of a page. @param likeness its text without numbers, and its size: what the same line of another page shares */
record PageLine(Span span, double top, double bottom, String likeness) {
    private static final Pattern NUMBERS = Pattern.compile("\\d+|\\b[ivxlc]+\\b");

    static List<PageLine> of(Page page) {
        var lines = new ArrayList<PageLine>();
        var words = page.words();
        var first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i < words.size() && words.get(i).line() == words.get(first).line()) continue;
            lines.add(of(page, words.subList(first, i)));
            first = i;
        }
        return lines;
    }

    /**
     * Where text is cut into pages by length, a page's number stands right below it, at no edge. The same line of another page is then
     * as far from that page's own number.
     */
    Optional<PageLine> asPageNumber(Page page) {
        var number = page.text(span);
        if (!number.matches("\\d{1,4}")) return Optional.empty();
        var distance = Integer.parseInt(number) - page.number();
        return Optional.of(new PageLine(span, top, bottom, "page number " + distance));
    }

    /** Whether it is more than a number with a word such as page. */
    boolean says() {
        return likeness.codePoints().filter(Character::isLetter).count() > 8 && !likeness.startsWith("page number");
    }

    private static PageLine of(Page page, List<Word> words) {
        var span =
                new Span(words.getFirst().span().start(), words.getLast().span().end());
        var top = words.stream().mapToDouble(word -> word.box().t()).min().orElseThrow();
        var bottom = words.stream().mapToDouble(word -> word.box().b()).max().orElseThrow();
        var text = page.text(span).toLowerCase(Locale.ROOT);
        return new PageLine(span, top, bottom, NUMBERS.matcher(text).replaceAll("#") + " " + Math.round(bottom - top));
    }
}
