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
        if (!one.documentId().equals(other.documentId())
                || one.page() != other.page()
                || !one.section().equals(other.section())) return Optional.empty();
        var inOrder = one.span().start() < other.span().start();
        return text(inOrder ? one : other, inOrder ? other : one)
                .map(text -> inOrder ? stretch(one, one, other, text) : stretch(one, other, one, text));
    }

    private static Chunk stretch(Chunk named, Chunk first, Chunk second, String text) {
        return new Chunk(
                named.id(),
                named.documentId(),
                named.position(),
                named.page(),
                new Span(first.span().start(), second.span().end()),
                named.section(),
                text,
                boxes(first, second),
                named.context());
    }

    private static Optional<String> text(Chunk first, Chunk second) {
        var length = second.span().end() - first.span().start();
        if (second.span().start() <= first.span().start()
                || second.span().end() <= first.span().end()
                || length > LONGEST) return Optional.empty();
        var shared = first.span().end() - second.span().start();
        if (shared > 0) {
            var same = first.text().endsWith(second.text().substring(0, shared));
            return same ? Optional.of(first.text() + second.text().substring(shared)) : Optional.empty();
        }
        return between(first, second, -shared).map(gap -> first.text() + gap + second.text());
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
    private static List<Box> boxes(Chunk first, Chunk second) {
        var boxes = new ArrayList<>(first.boxes());
        for (var box : second.boxes()) {
            var line = lineOf(box, boxes);
            if (line < 0) boxes.add(box);
            else boxes.set(line, boxes.get(line).union(box));
        }
        return boxes;
    }

    private static int lineOf(Box box, List<Box> boxes) {
        for (int line = boxes.size() - 1; line >= 0; line--) if (isOnLine(box, boxes.get(line))) return line;
        return -1;
    }

    /** Beside each other at the same height, no further apart than words are. */
    private static boolean isOnLine(Box one, Box other) {
        var height = Math.min(one.b() - one.t(), other.b() - other.t());
        var shared = Math.min(one.b(), other.b()) - Math.max(one.t(), other.t());
        var apart = Math.max(one.l(), other.l()) - Math.min(one.r(), other.r());
        return shared > height / 2 && apart < height;
    }
}
