package kb.pdf;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;

/** Adds what a content stream paints to the {@link Scene}, as it looks then. */
final class Painting implements PathOperators.Painter {
    private static final double HAIRLINE = 0.1;
    private static final double RULE = 1.5;
    /** Points: as straight as a printer makes it. */
    private static final double STRAIGHT = 0.05;

    private final PDFStreamEngine engine;
    private final Scene scene;
    private final Looks looks;
    private final TextClips textClips;
    private final BooleanSupplier shown;

    /** @param shown whether the layers that are painted on are */
    Painting(PDFStreamEngine engine, Scene scene, Looks looks, TextClips textClips, BooleanSupplier shown) {
        this.engine = engine;
        this.scene = scene;
        this.looks = looks;
        this.textClips = textClips;
        this.shown = shown;
    }

    @Override
    public void filled(Outline outline, int rule) {
        var ink = looks.now().fill();
        var alpha = engine.getGraphicsState().getNonStrokeAlphaConstant();
        var rectangles = outline.rectangles().orElse(List.of());
        if (rectangles.isEmpty() || rectangles.size() > 1 && rule == Path2D.WIND_EVEN_ODD)
            add(Paint.Kind.FILL, outline, rule, ink, alpha);
        else for (var rectangle : rectangles) add(Paint.Kind.FILL, rectangle, true, ink, alpha);
    }

    @Override
    public void stroked(Outline outline) {
        var state = engine.getGraphicsState();
        var matrix = state.getCurrentTransformationMatrix();
        var scale =
                Math.sqrt(Math.abs(matrix.getScaleX() * matrix.getScaleY() - matrix.getShearX() * matrix.getShearY()));
        var width = Math.max(HAIRLINE, state.getLineWidth() * scale);
        var dashed =
                state.getLineDashPattern() != null && state.getLineDashPattern().getDashArray().length > 0;
        for (var polygon : outline.polygons()) for (var side : polygon.sides()) stroked(side, width, dashed);
    }

    /** Thin lines that run askew hide nothing and are no ground. */
    private void stroked(Line2D side, double width, boolean dashed) {
        var across = Math.abs(side.getX1() - side.getX2());
        var down = Math.abs(side.getY1() - side.getY2());
        var askew = across > STRAIGHT && down > STRAIGHT;
        if (askew && width < RULE) return;
        var bounds = new Rectangle2D.Double(
                Math.min(side.getX1(), side.getX2()) - (askew || across < down ? width / 2 : 0),
                Math.min(side.getY1(), side.getY2()) - (askew || across >= down ? width / 2 : 0),
                across + (askew || across < down ? width : 0),
                down + (askew || across >= down ? width : 0));
        var alpha = engine.getGraphicsState().getAlphaConstant();
        add(Paint.Kind.STROKE, bounds, !askew && !dashed, looks.now().stroke(), alpha);
    }

    @Override
    public void clipped(Outline outline, int rule) {
        looks.change(look -> look.within(look.clip().within(outline, rule)));
    }

    /** @param picture its dictionary, or what stands for it in a content stream @param place the unit square of user space */
    void pictured(COSDictionary picture, Outline place) {
        var alpha = engine.getGraphicsState().getNonStrokeAlphaConstant();
        var solid = Pictures.isSolid(picture);
        if (Pictures.isUnreadable(picture) && shown.getAsBoolean()) scene.miss();
        add(Paint.Kind.IMAGE, place, Path2D.WIND_NON_ZERO, Ink.UNKNOWN, solid ? alpha : 0.5);
    }

    /** A shade, over all that the clip lets through. */
    void shaded() {
        add(Paint.Kind.OTHER, looks.now().clip().bounds(), false, Ink.UNKNOWN, 1);
    }

    private void add(Paint.Kind kind, Outline outline, int rule, Ink ink, double alpha) {
        var rectangles = outline.rectangles().orElse(List.of());
        if (rectangles.size() == 1) {
            add(kind, rectangles.getFirst(), true, ink, alpha);
        } else if (outline.whole() && scene.keeps(outline.corners())) {
            add(new Paint(
                    scene.size(),
                    kind,
                    outline.shape(rule),
                    outline.bounds(),
                    true,
                    looks.now().clip(),
                    ink,
                    isOpaque(alpha)));
        } else {
            add(kind, outline.bounds(), false, ink, alpha);
        }
    }

    private void add(Paint.Kind kind, Rectangle2D bounds, boolean exact, Ink ink, double alpha) {
        add(new Paint(scene.size(), kind, bounds, bounds, exact, looks.now().clip(), ink, isOpaque(alpha)));
    }

    private void add(Paint paint) {
        if (!shown.getAsBoolean()) return;
        textClips.painted(looks.now().textClip());
        scene.add(paint);
    }

    private boolean isOpaque(double alpha) {
        return alpha * looks.now().alpha() > 0.999 && isPlain();
    }

    /** Whether paint is laid over what is there as it is. */
    boolean isPlain() {
        var state = engine.getGraphicsState();
        var normal = state.getBlendMode() == BlendMode.NORMAL || state.getBlendMode() == BlendMode.COMPATIBLE;
        return normal && state.getSoftMask() == null && looks.now().plain();
    }
}
