package kb.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;

/**
 * Two chunks of one section that stand next to each other on a page, as one stretch of it.
 *
 * <p>Its text is exactly what the page has there. Between two chunks lies at most the end of a line or of a paragraph, or a space;
 * which of them, the boxes tell. Where they do not, the chunks stay apart; so do chunks of two pages, because a span is of one.
 */
final class Neighbours {
    private static final int LONGEST = 3_000;
    private static final String PARAGRAPH_END = "\n\n";

    private Neighbours() {}

    /** The stretch of both, under the first's name; empty when they are no neighbours. */
    static Optional<Chunk> joined(Chunk one, Chunk other) {
        if (one.page() != other.page()
                || !one.documentId().equals(other.documentId())
                || !one.section().equals(other.section())) return Optional.empty();
        var inOrder = one.span().start() < other.span().start();
        var first = inOrder ? one : other;
        var second = inOrder ? other : one;
        return gap(first, second).map(gap -> stretch(one, first, second, gap));
    }

    private static Chunk stretch(Chunk named, Chunk first, Chunk second, String gap) {
        var repeated = Math.max(0, first.span().end() - second.span().start());
        return new Chunk(
                named.id(),
                named.documentId(),
                named.position(),
                named.page(),
                new Span(first.span().start(), second.span().end()),
                named.section(),
                first.text() + gap + second.text().substring(repeated),
                boxes(first, second, gap),
                named.context(),
                named.sections());
    }

    /** What lies between the two; nothing where the second repeats the end of the first. */
    private static Optional<String> gap(Chunk first, Chunk second) {
        var length = second.span().end() - first.span().start();
        if (second.span().start() <= first.span().start()
                || second.span().end() <= first.span().end()
                || length > LONGEST) return Optional.empty();
        var repeated = first.span().end() - second.span().start();
        if (repeated <= 0) return between(first, second, -repeated);
        return first.text().endsWith(second.text().substring(0, repeated)) ? Optional.of("") : Optional.empty();
    }

    private static Optional<String> between(Chunk first, Chunk second, int length) {
        if (length == 2) return Optional.of(PARAGRAPH_END);
        if (length != 1 || first.boxes().isEmpty() || second.boxes().isEmpty()) return Optional.empty();
        var last = first.boxes().getLast();
        var next = second.boxes().getFirst();
        if (next.t() >= last.b()) return Optional.of("\n");
        return isOnLine(next, last) && next.l() >= last.r() ? Optional.of(" ") : Optional.empty();
    }

    /** One box for each line, as of the whole stretch. */
    private static List<Box> boxes(Chunk first, Chunk second, String between) {
        var boxes = new ArrayList<>(first.boxes());
        var line = between.contains("\n") ? boxes.size() : firstLine(second, boxes);
        for (var box : second.boxes()) {
            if (line < boxes.size()) boxes.set(line, boxes.get(line).union(box));
            else boxes.add(box);
            line++;
        }
        return boxes;
    }

    /** On which of the lines the chunk begins. */
    private static int firstLine(Chunk second, List<Box> boxes) {
        if (second.boxes().isEmpty()) return boxes.size();
        var begin = second.boxes().getFirst();
        for (int line = boxes.size() - 1; line >= 0; line--) {
            if (boxes.get(line).union(begin).equals(boxes.get(line))) return line;
        }
        var last = boxes.size() - 1;
        return last >= 0 && isOnLine(begin, boxes.get(last)) ? last : boxes.size();
    }

    /** Beside each other at the same height, no further apart than words are. */
    private static boolean isOnLine(Box one, Box other) {
        var height = Math.min(one.b() - one.t(), other.b() - other.t());
        var shared = Math.min(one.b(), other.b()) - Math.max(one.t(), other.t());
        var apart = Math.max(one.l(), other.l()) - Math.min(one.r(), other.r());
        return shared > height / 2 && apart < height;
    }
}
