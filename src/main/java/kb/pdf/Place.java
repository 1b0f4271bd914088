package kb.pdf;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** A rectangle as somebody sees it who holds the page so that its line reads from left to right. */
record Place(double left, double top, double right, double bottom) {
    static Place of(Piece piece) {
        return of(piece.bounds(), piece.start());
    }

    /** As text sees it that reads as this glyph does. */
    static Place of(Rectangle2D box, Glyph start) {
        if (Math.abs(start.dx()) >= Math.abs(start.dy())) {
            return start.dx() > 0
                    ? new Place(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                    : new Place(-box.getMaxX(), -box.getMaxY(), -box.getMinX(), -box.getMinY());
        }
        return start.dy() > 0
                ? new Place(box.getMinY(), -box.getMaxX(), box.getMaxY(), -box.getMinX())
                : new Place(-box.getMaxY(), box.getMinX(), -box.getMinY(), box.getMaxX());
    }

    /** On the page, for text that reads as this glyph does. */
    Rectangle2D bounds(Glyph start) {
        if (Math.abs(start.dx()) >= Math.abs(start.dy())) {
            return start.dx() > 0 ? between(left, top, right, bottom) : between(-right, -bottom, -left, -top);
        }
        return start.dy() > 0 ? between(-bottom, left, -top, right) : between(top, -right, bottom, -left);
    }

    private static Rectangle2D between(double left, double top, double right, double bottom) {
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    static Place around(List<Piece> pieces) {
        var place = of(pieces.getFirst());
        for (var piece : pieces) place = place.union(of(piece));
        return place;
    }

    Place union(Place other) {
        return new Place(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double middle() {
        return (top + bottom) / 2;
    }

    double center() {
        return (left + right) / 2;
    }

    /** With what runs across running down. */
    Place turned() {
        return new Place(top, left, bottom, right);
    }

    /** How wide the strip is in which both stand; negative when they stand beside one another. */
    double shared(Place other) {
        return Math.min(right, other.right) - Math.max(left, other.left);
    }

    /** How far apart they are across; negative when they overlap. */
    double gap(Place other) {
        return -shared(other);
    }

    /** Whether all of it stands higher than the other, but for what letters reach into each other's lines. */
    boolean isAbove(Place other) {
        var tolerance = 0.3 * Math.min(height(), other.height());
        return bottom <= other.top + tolerance && middle() < other.middle();
    }
}
