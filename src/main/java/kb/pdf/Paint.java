package kb.pdf;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/**
 * Something painted on a page.
 *
 * @param order how many were painted before it
 * @param bounds nothing of it lies outside of these
 * @param exact whether it fills all of its shape, as far as its clip lets it
 * @param ink unknown for a picture
 * @param opaque whether nothing under it is seen
 */
record Paint(int order, Kind kind, Shape shape, Rectangle2D bounds, boolean exact, Clip clip, Ink ink, boolean opaque) {
    /** Points. Thinner things are rules and frames, or slices of a shade. */
    private static final double RULE = 1.5;

    enum Kind {
        FILL,
        STROKE,
        IMAGE,
        OTHER
    }

    boolean isRule() {
        return Math.min(bounds.getWidth(), bounds.getHeight()) < RULE;
    }

    /** Whether it can be there at all. */
    boolean reaches(double x, double y) {
        if (!bounds.contains(x, y) || !clip.bounds().contains(x, y)) return false;
        return !(exact && !shape.contains(x, y)) && !(clip.exact() && !clip.holds(x, y));
    }

    /** Whether nothing under it is seen there, for sure. */
    boolean hides(double x, double y) {
        return opaque && exact && clip.exact() && reaches(x, y);
    }
}
