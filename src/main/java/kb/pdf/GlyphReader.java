package kb.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
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
        processPage(new PageInMemory(page));
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
        var reading = font.isVertical() ? vector(place, 0, -1) : vector(place, 1, 0);
        var across = font.isVertical() ? vector(place, 1, 0) : vector(place, 0, 1);
        var length = Math.max(reading.distance(0, 0), Double.MIN_NORMAL);
        var scale = across.distance(0, 0);
        var origin = place.transform(new Point2D.Double(), null);
        var advance = (font.isVertical() ? -displacement.getY() : displacement.getX()) + spacing();
        return new Glyph(
                text,
                origin.getX(),
                origin.getY(),
                origin.getX() + reading.getX() * advance,
                origin.getY() + reading.getY() * advance,
                reading.getX() / length,
                reading.getY() / length,
                shape.ascent() * scale,
                -shape.descent() * scale,
                shape.space() * length,
                shape.bold() || isStroked(),
                box);
    }

    /** How large the font is drawn; letters pressed flat are no larger than what is left of them. */
    private static double size(AffineTransform place, PDFont font, Glyph glyph) {
        var along = vector(place, 1, 0).distance(0, 0);
        var across = vector(place, 0, 1).distance(0, 0);
        if (font instanceof PDType3Font) return Math.max(across, glyph.height());
        return Math.min(Math.max(across, glyph.height()), FLATTEST * along);
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

    private static Point2D vector(AffineTransform place, double x, double y) {
        return place.deltaTransform(new Point2D.Double(x, y), null);
    }
}
