package kb.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be read on a page.
 *
 * @param number from 1 on
 * @param width of the rotated crop box in points, likewise {@code height}
 * @param text lines end in a line feed, paragraphs in two
 * @param words in the order of the text
 */
public record Page(int number, double width, double height, String text, List<Word> words) {
    public Page {
        words = List.copyOf(words);
    }

    /** Where the span's words stand: one box for each line it touches. */
    public List<Box> boxes(Span span) {
        var boxes = new ArrayList<Box>();
        var line = -1;
        for (var word : words) {
            if (!word.span().overlaps(span)) continue;
            if (word.line() == line) {
                boxes.add(boxes.removeLast().union(word.box()));
            } else {
                boxes.add(word.box());
                line = word.line();
            }
        }
        return boxes;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }
}
