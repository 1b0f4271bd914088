package kb.pdf;

import java.awt.geom.Rectangle2D;

/**
 * A glyph as it stands in the {@link PageFrame}.
 *
 * @param text what it stands for: one character, more for a ligature, none for what has no meaning but takes its place
 * @param x where it starts on the baseline, likewise {@code y}
 * @param endX where the next glyph of the word is expected, likewise {@code endY}
 * @param dx the direction of reading, of length 1, likewise {@code dy}
 * @param above how far its font reaches above the baseline, likewise {@code below}, both positive
 * @param space the width of its font's space
 * @param bold whether it is set heavier than text usually is
 */
record Glyph(
        String text,
        double x,
        double y,
        double endX,
        double endY,
        double dx,
        double dy,
        double above,
        double below,
        double space,
        boolean bold,
        Rectangle2D box) {
    /** The first script that is written from right to left. */
    private static final char HEBREW = '\u0590';

    double height() {
        return above + below;
    }

    /** How far the point lies ahead of this glyph's end, in the direction of reading. */
    double ahead(double pointX, double pointY) {
        return (pointX - endX) * dx + (pointY - endY) * dy;
    }

    /** How far the point lies right of this glyph's start, in the direction of reading. */
    double along(double pointX, double pointY) {
        return (pointX - x) * dx + (pointY - y) * dy;
    }

    /** How far the point lies below this glyph's baseline. */
    double down(double pointX, double pointY) {
        return (pointY - y) * dx - (pointX - x) * dy;
    }

    boolean readsLike(Glyph other) {
        return dx * other.dx + dy * other.dy > 0.97;
    }

    boolean isBlank() {
        return !text.isEmpty() && text.isBlank();
    }

    boolean isRightToLeft() {
        if (text.isEmpty() || text.charAt(0) < HEBREW) return false;
        var direction = Character.getDirectionality(text.codePointAt(0));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
