package kb.pdf;

import java.awt.geom.Rectangle2D;
import kb.pages.Box;

/** A word, or the part of one that stands on a line. @param start its first glyph @param bold all of its glyphs are */
record Piece(String text, Glyph start, boolean bold, Rectangle2D bounds) {
    private static final double LEAST = 0.1;

    double height() {
        return start.height();
    }

    boolean isWordy() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    Box box(int page) {
        var left = Rounded.points(bounds.getMinX());
        var top = Rounded.points(bounds.getMinY());
        var right = Rounded.points(Math.max(bounds.getMaxX(), left + LEAST));
        var bottom = Rounded.points(Math.max(bounds.getMaxY(), top + LEAST));
        return new Box(page, left, top, right, bottom);
    }
}
