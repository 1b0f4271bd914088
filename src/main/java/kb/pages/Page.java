package kb.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be read on a page.
 *
 * @param number from 1 on
 * @param width of the rotated crop box in points, likewise {@code height}
 * @param text lines end in a line feed, paragraphs in two
 * @param words in the order of the text
 * @param bold the words set in a heavy font, neighbours as one span
 * @param tables in the order of the text
 * @param coverage what of the page the text stands for
 */
public record Page(
        int number,
        double width,
        double height,
        String text,
        List<Word> words,
        List<Span> bold,
        List<Table> tables,
        Coverage coverage) {
    public Page {
        words = List.copyOf(words);
        // pages that were stored before these were noted have none
        bold = bold == null ? List.of() : List.copyOf(bold);
        tables = tables == null ? List.of() : List.copyOf(tables);
        coverage = coverage == null ? Coverage.of(text) : coverage;
    }

    public Page(
            int number,
            double width,
            double height,
            String text,
            List<Word> words,
            List<Span> bold,
            List<Table> tables) {
        this(number, width, height, text, words, bold, tables, Coverage.of(text));
    }

    public Page(int number, double width, double height, String text, List<Word> words) {
        this(number, width, height, text, words, List.of(), List.of());
    }

    /** The same page with another text, in which every place is what it was. */
    public Page reading(String other) {
        if (other.length() != text.length()) throw new IllegalArgumentException("places in the text would be others");
        return new Page(number, width, height, other, words, bold, tables, coverage);
    }

    /** The table that the span lies in, or lies in part in. */
    public Optional<Table> table(Span span) {
        return tables.stream().filter(table -> table.span().overlaps(span)).findFirst();
    }

    public boolean isBold(Span span) {
        return bold.stream().anyMatch(heavy -> heavy.start() <= span.start() && span.end() <= heavy.end());
    }

    /** Where the span's words stand: one box for each line it touches. */
    public List<Box> boxes(Span span) {
        var boxes = new ArrayList<Box>();
        var line = -1;
        for (var word : words(span)) {
            if (word.line() == line) {
                boxes.add(boxes.removeLast().union(word.box()));
            } else {
                boxes.add(word.box());
                line = word.line();
            }
        }
        return boxes;
    }

    /** The words that the span touches. */
    public List<Word> words(Span span) {
        var first = firstEndingAfter(span.start());
        var after = first;
        while (after < words.size() && words.get(after).span().start() < span.end()) after++;
        return words.subList(first, after);
    }

    /** By halving, because a page may hold a hundred thousand words and be asked about each of its sentences. */
    private int firstEndingAfter(int position) {
        var low = 0;
        var high = words.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (words.get(middle).span().end() > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }
}
