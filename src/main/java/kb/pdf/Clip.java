package kb.pdf;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Where paint comes through.
 *
 * @param outer what it lies in, unless that is part of its shape already
 * @param bounds nothing comes through outside of these
 * @param exact whether its shape is known
 */
record Clip(Optional<Clip> outer, Shape shape, Rectangle2D bounds, boolean exact, int depth) {
    private static final int DEEPEST = 30;

    static Clip of(PageFrame frame) {
        return of(new Rectangle2D.Double(0, 0, frame.width(), frame.height()));
    }

    private static Clip of(Rectangle2D rectangle) {
        return new Clip(Optional.empty(), rectangle, rectangle, true, 0);
    }

    /** An empty path lets nothing through or everything: who reads it decides, so nothing is said by it. */
    Clip within(Outline outline, int rule) {
        if (outline.isEmpty()) return unsure();
        var rectangles = outline.rectangles().orElse(List.of());
        if (rectangles.size() == 1) return within(rectangles.getFirst());
        var inner = bounds.createIntersection(outline.bounds());
        if (!outline.whole() || depth == DEEPEST) return new Clip(outer, shape, inner, false, depth);
        return new Clip(Optional.of(this), outline.shape(rule), inner, exact, depth + 1);
    }

    private Clip within(Rectangle2D rectangle) {
        var inner = bounds.createIntersection(rectangle);
        if (shape instanceof Rectangle2D) return new Clip(outer, inner, inner, exact, depth);
        if (depth == DEEPEST) return new Clip(outer, shape, inner, false, depth);
        return new Clip(Optional.of(this), rectangle, inner, exact, depth + 1);
    }

    /** Of the same bounds, but who knows where in these. */
    Clip unsure() {
        return new Clip(outer, shape, bounds, false, depth);
    }

    boolean holds(double x, double y) {
        return bounds.contains(x, y)
                && shape.contains(x, y)
                && outer.map(clip -> clip.holds(x, y)).orElse(true);
    }
}
