package kb.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kb.pages.Hiding;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Watches how a page is painted, and so which of its glyphs can be seen. */
final class Sight {
    /** Points. */
    private static final double TINY = 2;

    private static final double TRANSPARENT = 0.03;
    private static final double BESIDE = 1;

    private final PDFStreamEngine engine;
    private final PageFrame frame;
    private final double unit;
    private final Looks looks;
    private final Scene scene;
    private final LayerStack layers;
    private final TextClips stencils = new TextClips();
    private final Painting painting;
    private final List<Candidate> candidates = new ArrayList<>();

    /** @param unit how many points one of the page's is long */
    Sight(PDFStreamEngine engine, PageFrame frame, double unit, Layers layers, Budget budget) {
        this.engine = engine;
        this.frame = frame;
        this.unit = unit;
        this.looks = new Looks(Look.first(frame));
        this.scene = new Scene(frame, budget);
        this.layers = new LayerStack(layers, budget);
        this.painting = new Painting(engine, scene, looks, stencils, this.layers::isShown);
    }

    List<OperatorProcessor> operators() {
        var operators = new ArrayList<OperatorProcessor>();
        operators.addAll(new PathOperators(engine, frame, painting).all());
        operators.addAll(InkOperators.of(engine, looks));
        operators.addAll(new PictureOperators(engine, frame, painting, layers).all());
        operators.addAll(layers.operators(engine));
        return operators;
    }

    Scene scene() {
        return scene;
    }

    void save() {
        looks.save();
    }

    void restore() {
        looks.restore();
    }

    void endText() {
        var stencil = stencils.end();
        if (stencil > 0) looks.change(look -> look.throughText(stencil));
    }

    /** What a form changes ends with it. */
    record Outside(int saved, int layers) {}

    Outside begin(PDFormXObject form, boolean group) {
        var outside = new Outside(looks.saved(), layers.size());
        looks.save();
        if (group) {
            var alpha = engine.getGraphicsState().getNonStrokeAlphaConstant();
            var plain = painting.isPlain();
            looks.change(look -> look.inGroup(alpha, plain));
        }
        if (form.getBBox() != null) painting.clipped(bounds(form), Path2D.WIND_NON_ZERO);
        return outside;
    }

    void end(Outside outside) {
        looks.restoreTo(outside.saved());
        layers.backTo(outside.layers());
    }

    private Outline bounds(PDFormXObject form) {
        var place = new AffineTransform(frame.fromUser());
        place.concatenate(
                engine.getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
        place.concatenate(form.getMatrix().createAffineTransform());
        var box = form.getBBox();
        var rectangle = new Rectangle2D.Double(
                Math.min(box.getLowerLeftX(), box.getUpperRightX()),
                Math.min(box.getLowerLeftY(), box.getUpperRightY()),
                Math.abs(box.getWidth()),
                Math.abs(box.getHeight()));
        var path = new OutlineBuilder();
        for (Point2D corner : Polygon.of(rectangle).corners()) path.line(place.transform(corner, null));
        path.close();
        return path.take();
    }

    /** @param garbled whether the file tells no meaning of it @param size how large its font is drawn, in the page's units */
    void see(Glyph glyph, boolean garbled, double size) {
        var mode = engine.getGraphicsState().getTextState().getRenderingMode();
        var stencil = mode.isClip() ? stencils.add() : 0;
        candidates.add(new Candidate(glyph, garbled, whyHidden(glyph, size, mode), inks(mode), scene.size(), stencil));
    }

    private Optional<Hiding> whyHidden(Glyph glyph, double size, RenderingMode mode) {
        var box = glyph.box();
        if (!frame.shows(box.getCenterX(), box.getCenterY())) return Optional.of(Hiding.OFF_PAGE);
        if (!layers.isShown()) return Optional.of(Hiding.HIDDEN_LAYER);
        if (!mode.isFill() && !mode.isStroke()) return Optional.of(Hiding.INVISIBLE);
        if (alpha(mode) < TRANSPARENT) return Optional.of(Hiding.TRANSPARENT);
        if (size * unit < TINY) return Optional.of(Hiding.TINY);
        return isOutside(looks.now().clip().bounds(), box) ? Optional.of(Hiding.CLIPPED) : Optional.empty();
    }

    private double alpha(RenderingMode mode) {
        var state = engine.getGraphicsState();
        var fill = mode.isFill() ? state.getNonStrokeAlphaConstant() : 0;
        var stroke = mode.isStroke() ? state.getAlphaConstant() : 0;
        return looks.now().alpha() * Math.max(fill, stroke);
    }

    private static boolean isOutside(Rectangle2D clip, Rectangle2D box) {
        return box.getMaxX() + BESIDE < clip.getMinX()
                || box.getMinX() - BESIDE > clip.getMaxX()
                || box.getMaxY() + BESIDE < clip.getMinY()
                || box.getMinY() - BESIDE > clip.getMaxY();
    }

    private List<Ink> inks(RenderingMode mode) {
        if (!painting.isPlain()) return List.of();
        var look = looks.now();
        if (mode.isFill() && mode.isStroke()) return List.of(look.fill(), look.stroke());
        return List.of(mode.isStroke() ? look.stroke() : look.fill());
    }

    Seen seen() {
        return new Verdict(scene, frame, stencils).on(candidates);
    }
}
