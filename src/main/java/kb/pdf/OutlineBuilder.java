package kb.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds one path after the other, from what a content stream's operators say. */
final class OutlineBuilder {
    private static final int MOST_CORNERS = 4_000;
    private static final int CORNERS_OF_A_CURVE = 4;
    private static final double FARTHEST = 1e6;

    private final List<Polygon> done = new ArrayList<>();
    private final List<Point2D> corners = new ArrayList<>();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger folded = new AtomicInteger();

    void move(Point2D to) {
        end(false);
        line(to);
    }

    void line(Point2D to) {
        corners.add(new Point2D.Double(near(to.getX()), near(to.getY())));
        if (kept.incrementAndGet() > MOST_CORNERS) fold();
    }

    private static double near(double coordinate) {
        return Double.isNaN(coordinate) ? FARTHEST : Math.clamp(coordinate, -FARTHEST, FARTHEST);
    }

    /** A Bézier curve from where the path ended. */
    void curve(Point2D first, Point2D second, Point2D to) {
        var from = corners.isEmpty() ? first : corners.getLast();
        for (int i = 1; i <= CORNERS_OF_A_CURVE; i++) {
            var there = (double) i / CORNERS_OF_A_CURVE;
            var x = bezier(there, from.getX(), first.getX(), second.getX(), to.getX());
            var y = bezier(there, from.getY(), first.getY(), second.getY(), to.getY());
            line(new Point2D.Double(x, y));
        }
    }

    private static double bezier(double there, double from, double first, double second, double to) {
        var here = 1 - there;
        return here * here * here * from
                + 3 * here * here * there * first
                + 3 * here * there * there * second
                + there * there * there * to;
    }

    /** Where the path ended. */
    Point2D last() {
        return corners.isEmpty() ? new Point2D.Double() : corners.getLast();
    }

    /** What follows without a move begins where this part began. */
    void close() {
        if (corners.isEmpty()) return;
        var first = corners.getFirst();
        end(true);
        corners.add(first);
    }

    private void end(boolean closed) {
        if (corners.size() > 1) done.add(new Polygon(corners, closed));
        corners.clear();
    }

    /** Of too many corners the bounds are kept. */
    private void fold() {
        var last = last();
        end(false);
        var bounds = new Outline(done, false).bounds();
        done.clear();
        done.add(Polygon.of(bounds));
        corners.add(last);
        kept.set(Polygon.SIDES + 1);
        folded.incrementAndGet();
    }

    /** The path as it was built so far; the next one begins. */
    Outline take() {
        end(false);
        var outline = new Outline(done, folded.get() == 0);
        done.clear();
        kept.set(0);
        folded.set(0);
        return outline;
    }
}
