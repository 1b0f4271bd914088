package kb.pdf;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;

/** The operators that build paths and paint them. */
final class PathOperators {
    private final PDFStreamEngine engine;
    private final PageFrame frame;
    private final Painter painter;
    private final OutlineBuilder path = new OutlineBuilder();
    private final List<Integer> clips = new ArrayList<>();

    /** Hears of paths; their rules are those of {@link Path2D}. */
    interface Painter {
        void filled(Outline outline, int rule);

        void stroked(Outline outline);

        void clipped(Outline outline, int rule);
    }

    PathOperators(PDFStreamEngine engine, PageFrame frame, Painter painter) {
        this.engine = engine;
        this.frame = frame;
        this.painter = painter;
    }

    List<OperatorProcessor> all() {
        var all = new ArrayList<OperatorProcessor>();
        all.add(building("m", 2, at -> path.move(point(at, 0))));
        all.add(building("l", 2, at -> path.line(point(at, 0))));
        all.add(building("c", 6, at -> path.curve(point(at, 0), point(at, 2), point(at, 4))));
        all.add(building("v", 4, at -> path.curve(path.last(), point(at, 0), point(at, 2))));
        all.add(building("y", 4, at -> path.curve(point(at, 0), point(at, 2), point(at, 2))));
        all.add(building("h", 0, _ -> path.close()));
        all.add(building("re", 4, this::rectangle));
        all.add(building("W", 0, _ -> clips.add(Path2D.WIND_NON_ZERO)));
        all.add(building("W*", 0, _ -> clips.add(Path2D.WIND_EVEN_ODD)));
        for (var name : List.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n")) all.add(painting(name));
        return all;
    }

    private NumberOperator building(String name, int numbers, NumberOperator.Step step) {
        return new NumberOperator(engine, name, numbers, step);
    }

    /** Small letters close the path first, a star asks for the even-odd rule. */
    private NumberOperator painting(String name) {
        var rule = name.endsWith("*") ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO;
        var kind = name.charAt(0);
        return new NumberOperator(engine, name, 0, _ -> {
            if (kind == 'b' || kind == 's') path.close();
            var outline = path.take();
            if (!outline.isEmpty()) {
                if ("fFBb".indexOf(kind) >= 0) painter.filled(outline, rule);
                if ("BbSs".indexOf(kind) >= 0) painter.stroked(outline);
            }
            if (!clips.isEmpty()) painter.clipped(outline, clips.getLast());
            clips.clear();
        });
    }

    private void rectangle(double[] at) {
        path.move(point(at[0], at[1]));
        path.line(point(at[0] + at[2], at[1]));
        path.line(point(at[0] + at[2], at[1] + at[3]));
        path.line(point(at[0], at[1] + at[3]));
        path.close();
    }

    private Point2D point(double[] numbers, int first) {
        return point(numbers[first], numbers[first + 1]);
    }

    private Point2D point(double x, double y) {
        var matrix = engine.getGraphicsState().getCurrentTransformationMatrix();
        var user = new Point2D.Double(
                x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX(),
                x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY());
        return frame.fromUser().transform(user, user);
    }
}
