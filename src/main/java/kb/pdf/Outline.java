package kb.pdf;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path that was built, in the page's frame. @param whole false when it is larger than what is kept, and only its bounds are true */
record Outline(List<Polygon> polygons, boolean whole) {
    Outline {
        polygons = List.copyOf(polygons);
    }

    boolean isEmpty() {
        return polygons.isEmpty();
    }

    /** Its parts, when each is a rectangle with sides along those of the page. */
    Optional<List<Rectangle2D>> rectangles() {
        var rectangles = new ArrayList<Rectangle2D>();
        for (var polygon : polygons) {
            var rectangle = polygon.rectangle();
            if (rectangle.isEmpty()) return Optional.empty();
            rectangles.add(rectangle.get());
        }
        return whole ? Optional.of(rectangles) : Optional.empty();
    }

    /** @param rule as {@link Path2D} has it */
    Shape shape(int rule) {
        var path = new Path2D.Double(rule);
        for (var polygon : polygons) {
            var first = polygon.corners().getFirst();
            path.moveTo(first.getX(), first.getY());
            for (var corner : polygon.corners()) path.lineTo(corner.getX(), corner.getY());
            path.closePath();
        }
        return path;
    }

    int corners() {
        return polygons.stream().mapToInt(polygon -> polygon.corners().size()).sum();
    }

    /** Of a path that is not empty. */
    Rectangle2D bounds() {
        var bounds = polygons.getFirst().bounds();
        for (var polygon : polygons) bounds.add(polygon.bounds());
        return bounds;
    }
}
