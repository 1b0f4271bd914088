package kb.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** How far a font's glyphs reach above and below the baseline, how wide its space is, at size 1, and whether it is bold. */
record FontShape(double ascent, double descent, double space, boolean bold) {
    private static final double ASCENT = 0.8;
    private static final double DESCENT = -0.22;

    static FontShape of(PDFont font) throws IOException {
        if (font instanceof PDType3Font drawn) return ofDrawn(drawn);
        var descriptor = font.getFontDescriptor();
        var ascent = descriptor == null ? 0 : descriptor.getAscent() / 1000.0;
        var descent = descriptor == null ? 0 : descriptor.getDescent() / 1000.0;
        // many files state 0, or a positive descent, or units that are not thousandths
        return new FontShape(
                within(0.5, ascent, 1.1) ? ascent : ASCENT,
                within(0.05, Math.abs(descent), 0.4) ? -Math.abs(descent) : DESCENT,
                space(font, 0.001),
                Weight.isBold(font.getName(), descriptor));
    }

    /** A Type 3 font chooses its own units: its bounding box tells how tall a glyph is. */
    private static FontShape ofDrawn(PDType3Font font) throws IOException {
        var matrix = font.getFontMatrix().createAffineTransform();
        var bounds = font.getBoundingBox();
        if (bounds == null) return new FontShape(ASCENT, DESCENT, 0.25, false);
        var one = matrix.transform(new Point2D.Double(0, bounds.getLowerLeftY()), null)
                .getY();
        var other = matrix.transform(new Point2D.Double(0, bounds.getUpperRightY()), null)
                .getY();
        var ascent = Math.max(one, other);
        var descent = Math.min(0, Math.min(one, other));
        if (!(ascent > 0)) return new FontShape(ASCENT, DESCENT, 0.25, false);
        return new FontShape(
                ascent, descent, space(font, Math.abs(font.getFontMatrix().getScaleX())), false);
    }

    private static double space(PDFont font, double unit) {
        var space = font.getSpaceWidth() * unit;
        return space > 0 ? space : 0.25;
    }

    private static boolean within(double least, double value, double most) {
        return value >= least && value <= most;
    }
}
