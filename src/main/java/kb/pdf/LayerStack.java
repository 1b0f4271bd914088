package kb.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The layers that a content stream draws on: what is on one of them that is not shown, is not shown. */
final class LayerStack {
    private final Layers layers;
    private final Budget budget;
    private final Deque<Boolean> shown = new ArrayDeque<>();

    LayerStack(Layers layers, Budget budget) {
        this.layers = layers;
        this.budget = budget;
    }

    /** Whether all of them are. */
    boolean isShown() {
        return shown.isEmpty() || shown.peek();
    }

    boolean show(COSBase content) {
        return content == null || layers.show(content);
    }

    void push(boolean isShown) {
        budget.depth(shown.size());
        shown.push(isShown() && isShown);
    }

    int size() {
        return shown.size();
    }

    void backTo(int size) {
        while (shown.size() > size) shown.pop();
    }

    List<OperatorProcessor> operators(PDFStreamEngine engine) {
        return List.of(new Marks(engine, "BMC"), new Marks(engine, "BDC"), new Marks(engine, "EMC"));
    }

    private final class Marks extends OperatorProcessor {
        private final String name;

        Marks(PDFStreamEngine engine, String name) {
            super(engine);
            this.name = name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            if (!name.equals("EMC")) push(!isHidden(operands));
            else if (shown.size() > 0) shown.pop();
        }

        private boolean isHidden(List<COSBase> operands) {
            if (operands.size() < 2 || !COSName.OC.equals(operands.getFirst())) return false;
            return !show(operands.get(1) instanceof COSName layer ? property(layer) : operands.get(1));
        }

        private COSDictionary property(COSName layer) {
            var resources = getContext().getResources();
            var properties = resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.PROPERTIES);
            return properties == null ? null : properties.getCOSDictionary(layer);
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
