package kb.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The operators that draw forms, pictures and shades. */
final class PictureOperators {
    private final PDFStreamEngine engine;
    private final PageFrame frame;
    private final Painting painting;
    private final LayerStack layers;

    PictureOperators(PDFStreamEngine engine, PageFrame frame, Painting painting, LayerStack layers) {
        this.engine = engine;
        this.frame = frame;
        this.painting = painting;
        this.layers = layers;
    }

    List<OperatorProcessor> all() {
        return List.of(new Draws(), new DrawsInline(), new Shades());
    }

    /** Pictures are painted on the unit square of user space. */
    private void picture(COSDictionary picture) {
        var place = new AffineTransform(
                engine.getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
        place.preConcatenate(frame.fromUser());
        var path = new OutlineBuilder();
        for (var corner : List.of(at(0, 0), at(1, 0), at(1, 1), at(0, 1))) path.line(place.transform(corner, null));
        path.close();
        painting.pictured(picture, path.take());
    }

    private static Point2D at(double x, double y) {
        return new Point2D.Double(x, y);
    }

    private final class Draws extends DrawObject {
        Draws() {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            var object = object(operands);
            if (object == null) {
                super.process(operator, operands);
                return;
            }
            var outside = layers.size();
            layers.push(layers.show(object.getDictionaryObject(COSName.OC)));
            try {
                if (COSName.IMAGE.equals(object.getDictionaryObject(COSName.SUBTYPE))) picture(object);
                else super.process(operator, operands);
            } finally {
                layers.backTo(outside);
            }
        }

        private COSDictionary object(List<COSBase> operands) {
            var resources = getContext().getResources();
            var objects = resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
            if (objects == null || operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) return null;
            return objects.getCOSDictionary(name);
        }
    }

    private final class DrawsInline extends OperatorProcessor {
        DrawsInline() {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            if (operator.getImageParameters() != null) picture(operator.getImageParameters());
        }

        @Override
        public String getName() {
            return "BI";
        }
    }

    private final class Shades extends OperatorProcessor {
        Shades() {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            painting.shaded();
        }

        @Override
        public String getName() {
            return "sh";
        }
    }
}
