package kb.pdf;

import java.util.ArrayList;
import java.util.List;

/** Takes lines apart where a gap is wider than between words. */
final class Segments {
    /** Of a line's height. */
    private static final double WIDE = 0.8;

    private Segments() {}

    static List<Line> of(Line line) {
        var pieces = line.pieces();
        var segments = new ArrayList<Line>();
        var first = 0;
        var last = Place.of(pieces.getFirst());
        for (int i = 1; i < pieces.size(); i++) {
            var next = Place.of(pieces.get(i));
            var gap = last.gap(next);
            last = next;
            if (gap <= WIDE * Math.max(pieces.get(i - 1).height(), pieces.get(i).height())) continue;
            segments.add(new Line(pieces.subList(first, i)));
            first = i;
        }
        segments.add(first == 0 ? line : new Line(pieces.subList(first, pieces.size())));
        return segments;
    }

    /** The part of the line left of the place, then that right of it; one of them alone when there is no other. */
    static List<Line> cut(Line line, double x) {
        var left = new ArrayList<Piece>();
        var right = new ArrayList<Piece>();
        for (var piece : line.pieces()) (Place.of(piece).left() < x ? left : right).add(piece);
        if (left.isEmpty() || right.isEmpty()) return List.of(line);
        return List.of(new Line(left), new Line(right));
    }
}
