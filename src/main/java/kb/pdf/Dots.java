package kb.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Marks of lists that are no characters: some programs paint a disc before each item. */
final class Dots {
    /** One alone may be anything. */
    private static final int LEAST = 2;

    private static final int MOST = 1_000;
    private static final double ROUND = 1.25;
    /** Of the line's height. */
    private static final double SMALLEST = 0.15;

    private static final double LARGEST = 0.6;
    private static final double FARTHEST = 2;
    private static final double ALIGNED = 1;

    private Dots() {}

    /** The lines, with a bullet before those that have such a mark. */
    static List<Line> before(List<Line> lines, List<Paint> paints) {
        var dots = paints.stream().filter(Dots::isDot).toList();
        if (dots.size() < LEAST || dots.size() > MOST) return lines;
        var marked = new HashMap<Line, Piece>();
        for (var dot : dots) {
            lines.stream()
                    .filter(line -> isBeside(Place.of(dot.bounds(), line.start()), line))
                    .findFirst()
                    .ifPresent(line -> marked.putIfAbsent(line, bullet(dot, line.start())));
        }
        return lines.stream()
                .map(line -> Optional.ofNullable(marked.get(line))
                        .filter(bullet -> isOneOfSeveral(bullet, marked))
                        .map(bullet -> marked(bullet, line))
                        .orElse(line))
                .toList();
    }

    private static boolean isDot(Paint paint) {
        var wide = paint.bounds().getWidth();
        var tall = paint.bounds().getHeight();
        return paint.kind() == Paint.Kind.FILL
                && wide > 1
                && wide < ROUND * tall
                && tall < ROUND * wide
                && !paint.ink().looksLike(Ink.WHITE);
    }

    private static boolean isBeside(Place dot, Line line) {
        var gap = line.place().left() - dot.right();
        return dot.height() > SMALLEST * line.height()
                && dot.height() < LARGEST * line.height()
                && gap > 0
                && gap < FARTHEST * line.height()
                && line.place().top() < dot.top()
                && dot.bottom() < line.place().bottom();
    }

    private static boolean isOneOfSeveral(Piece bullet, Map<Line, Piece> all) {
        var left = Place.of(bullet).left();
        return all.values().stream()
                        .filter(other -> Math.abs(Place.of(other).left() - left) < ALIGNED)
                        .count()
                >= LEAST;
    }

    /** As if it were drawn with the line's first letter's font. */
    private static Piece bullet(Paint dot, Glyph letter) {
        var back = letter.along(dot.bounds().getCenterX(), dot.bounds().getCenterY());
        var x = letter.x() + back * letter.dx();
        var y = letter.y() + back * letter.dy();
        var glyph = new Glyph(
                "•",
                x,
                y,
                x,
                y,
                letter.dx(),
                letter.dy(),
                letter.above(),
                letter.below(),
                letter.space(),
                false,
                dot.bounds());
        return new Piece("•", glyph, false, dot.bounds());
    }

    private static Line marked(Piece bullet, Line line) {
        var pieces = new ArrayList<>(line.pieces());
        pieces.addFirst(bullet);
        return new Line(pieces);
    }
}
