package kb.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Runs one page's content stream and notes the glyphs that stand on the page, in the order they are drawn. */
final class GlyphReader extends TextEngine {
    private static final double FLATTEST = 4;

    private final PDPage page;
    private final PageFrame frame;
    private final GlyphList glyphNames;
    private final Budget budget;
    private final Sight sight;
    private final Map<PDFont, FontReading> fonts = new HashMap<>();

    GlyphReader(PDPage page, PageFrame frame, GlyphList glyphNames, Layers layers, Budget budget) {
        this.page = page;
        this.frame = frame;
        this.glyphNames = glyphNames;
        this.budget = budget;
        this.sight = new Sight(this, frame, page.getUserUnit(), layers, budget);
        for (var operator : TextOperators.of(this)) addOperator(operator);
        for (var operator : sight.operators()) addOperator(operator);
    }

    Seen seen() throws IOException {
        Decoded.check(page.getCOSObject().getDictionaryObject(COSName.CONTENTS), budget);
        run(page);
        return sight.seen();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        budget.form();
        Decoded.check(form.getCOSObject(), budget);
        var outside = sight.begin(form, false);
        try {
            super.showForm(form);
        } finally {
            sight.end(outside);
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        budget.form();
        Decoded.check(form.getCOSObject(), budget);
        var outside = sight.begin(form, true);
        try {
            super.showTransparencyGroup(form);
        } finally {
            sight.end(outside);
        }
    }

    @Override
    public void saveGraphicsState() {
        budget.depth(getGraphicsStackSize());
        super.saveGraphicsState();
        sight.save();
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        sight.restore();
    }

    @Override
    public void endText() throws IOException {
        super.endText();
        sight.endText();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
            throws IOException {
        budget.stumble();
        super.operatorException(operator, operands, failure);
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        budget.glyph();
        var reading = fontReading(font);
        var meaning = reading.meaning(code);
        budget.text(meaning.text().length());
        var place = rendering.createAffineTransform();
        place.preConcatenate(frame.fromUser());
        var width = font.isVertical() ? font.getWidth(code) / 1000 : displacement.getX();
        var box = boxOf(place, width, reading.shape());
        var glyph = glyph(meaning.text(), place, font, reading.shape(), displacement, box);
        sight.see(glyph, meaning.garbled(), size(place, font, glyph));
    }

    private Glyph glyph(
            String text, AffineTransform place, PDFont font, FontShape shape, Vector displacement, Rectangle2D box) {
        var vertical = font.isVertical();
        var readingX = vertical ? -place.getShearX() : place.getScaleX();
        var readingY = vertical ? -place.getScaleY() : place.getShearY();
        var length = Math.max(length(readingX, readingY), Double.MIN_NORMAL);
        var scale = vertical ? along(place) : across(place);
        var advance = (vertical ? -displacement.getY() : displacement.getX()) + spacing();
        return new Glyph(
                text,
                place.getTranslateX(),
                place.getTranslateY(),
                place.getTranslateX() + readingX * advance,
                place.getTranslateY() + readingY * advance,
                readingX / length,
                readingY / length,
                shape.ascent() * scale,
                -shape.descent() * scale,
                shape.space() * length,
                shape.bold() || isStroked(),
                box);
    }

    /** How large the font is drawn; letters pressed flat are no larger than what is left of them. */
    private static double size(AffineTransform place, PDFont font, Glyph glyph) {
        var higher = Math.max(across(place), glyph.height());
        return font instanceof PDType3Font ? higher : Math.min(higher, FLATTEST * along(place));
    }

    /** Spaced-out letters are one word still: the space after each belongs to it, up to what some headings have. */
    private double spacing() {
        var state = getGraphicsState().getTextState();
        if (state.getFontSize() == 0) return 0;
        return Math.clamp(state.getCharacterSpacing() / state.getFontSize(), 0, 0.4);
    }

    /** Letters that are filled and outlined in the same go are heavier: so some programs make bold ones. */
    private boolean isStroked() {
        return getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE;
    }

    private FontReading fontReading(PDFont font) throws IOException {
        var known = fonts.get(font);
        if (known != null) return known;
        var reading = new FontReading(font, glyphNames);
        fonts.put(font, reading);
        return reading;
    }

    private static Rectangle2D boxOf(AffineTransform place, double width, FontShape shape) {
        var corners =
                new double[] {0, shape.descent(), width, shape.descent(), 0, shape.ascent(), width, shape.ascent()};
        place.transform(corners, 0, corners, 0, 4);
        var box = new Rectangle2D.Double(corners[0], corners[1], 0, 0);
        for (int i = 2; i < corners.length; i += 2) box.add(corners[i], corners[i + 1]);
        return box;
    }

    /** How long a step of length 1 along the line is on the page. */
    private static double along(AffineTransform place) {
        return length(place.getScaleX(), place.getShearY());
    }

    /** Likewise across it. */
    private static double across(AffineTransform place) {
        return length(place.getShearX(), place.getScaleY());
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
