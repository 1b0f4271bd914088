package kb.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** An operator whose operands are numbers; with fewer of them than it needs, or others, it does nothing. */
final class NumberOperator extends OperatorProcessor {
    private final String name;
    private final int least;
    private final Step step;

    @FunctionalInterface
    interface Step {
        void take(double[] numbers) throws IOException;
    }

    NumberOperator(PDFStreamEngine engine, String name, int least, Step step) {
        super(engine);
        this.name = name;
        this.least = least;
        this.step = step;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        if (operands.size() < least) return;
        var numbers = new double[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) return;
            numbers[i] = number.floatValue();
        }
        step.take(numbers);
    }

    @Override
    public String getName() {
        return name;
    }
}
