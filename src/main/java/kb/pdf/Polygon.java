package kb.pdf;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a path, in the page's frame.
 *
 * @param corners at least one; a curve has some on its way
 * @param closed whether a line leads back to the first
 */
record Polygon(List<Point2D> corners, boolean closed) {
    /** Points: as straight as a printer makes it. */
    private static final double STRAIGHT = 0.05;

    static final int SIDES = 4;

    Polygon {
        corners = List.copyOf(corners);
    }

    static Polygon of(Rectangle2D rectangle) {
        var left = rectangle.getMinX();
        var right = rectangle.getMaxX();
        return new Polygon(
                List.of(
                        new Point2D.Double(left, rectangle.getMinY()),
                        new Point2D.Double(right, rectangle.getMinY()),
                        new Point2D.Double(right, rectangle.getMaxY()),
                        new Point2D.Double(left, rectangle.getMaxY())),
                true);
    }

    /** What is filled, when it is a rectangle with sides along those of the page. */
    Optional<Rectangle2D> rectangle() {
        var last = corners.size() - 1;
        var count = last == SIDES && isSame(corners.getFirst(), corners.getLast()) ? SIDES : corners.size();
        if (count != SIDES) return Optional.empty();
        var flat = isLevel(0) && isUpright(1) && isLevel(2) && isUpright(3);
        var steep = isUpright(0) && isLevel(1) && isUpright(2) && isLevel(3);
        return flat || steep ? Optional.of(bounds()) : Optional.empty();
    }

    private boolean isLevel(int side) {
        return Math.abs(corners.get(side).getY()
                        - corners.get((side + 1) % SIDES).getY())
                < STRAIGHT;
    }

    private boolean isUpright(int side) {
        return Math.abs(corners.get(side).getX()
                        - corners.get((side + 1) % SIDES).getX())
                < STRAIGHT;
    }

    private static boolean isSame(Point2D one, Point2D other) {
        return one.distance(other) < STRAIGHT;
    }

    Rectangle2D bounds() {
        var first = corners.getFirst();
        var bounds = new Rectangle2D.Double(first.getX(), first.getY(), 0, 0);
        for (var corner : corners) bounds.add(corner);
        return bounds;
    }

    /** What is stroked. */
    List<Line2D> sides() {
        var sides = new ArrayList<Line2D>();
        for (int i = 1; i < corners.size(); i++) sides.add(new Line2D.Double(corners.get(i - 1), corners.get(i)));
        if (closed && corners.size() > 2) sides.add(new Line2D.Double(corners.getLast(), corners.getFirst()));
        return sides;
    }
}
