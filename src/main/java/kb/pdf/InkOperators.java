package kb.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDResources;

/** The operators that choose colours: small letters for what is filled, capital ones for what is stroked. */
final class InkOperators {
    private InkOperators() {}

    static List<OperatorProcessor> of(PDFStreamEngine engine, Looks looks) {
        Step chooses = (name, operands, resources) -> choose(looks, name, operands, resources);
        Step mixes = (name, operands, _) -> mix(looks, name, operands);
        return List.of(
                device(engine, looks, "g", InkSpace.GREY),
                device(engine, looks, "G", InkSpace.GREY),
                device(engine, looks, "rg", InkSpace.RGB),
                device(engine, looks, "RG", InkSpace.RGB),
                device(engine, looks, "k", InkSpace.CMYK),
                device(engine, looks, "K", InkSpace.CMYK),
                new Named(engine, "cs", chooses),
                new Named(engine, "CS", chooses),
                new Named(engine, "sc", mixes),
                new Named(engine, "SC", mixes),
                new Named(engine, "scn", mixes),
                new Named(engine, "SCN", mixes));
    }

    private static OperatorProcessor device(PDFStreamEngine engine, Looks looks, String name, InkSpace space) {
        return new NumberOperator(engine, name, 1, numbers -> set(looks, name, space, space.ink(numbers)));
    }

    private static void set(Looks looks, String operator, InkSpace space, Ink ink) {
        var stroked = Character.isUpperCase(operator.charAt(0));
        looks.change(look -> stroked ? look.withStroke(space, ink) : look.withFill(space, ink));
    }

    private static void choose(Looks looks, String name, List<COSBase> operands, PDResources resources)
            throws IOException {
        var space = operands.isEmpty() || !(operands.getFirst() instanceof COSName chosen)
                ? InkSpace.UNKNOWN
                : InkSpace.named(chosen, resources);
        set(looks, name, space, space.first());
    }

    private static void mix(Looks looks, String name, List<COSBase> operands) {
        var look = looks.now();
        var space = Character.isUpperCase(name.charAt(0)) ? look.strokeSpace() : look.fillSpace();
        var ink = operands.isEmpty() || !operands.stream().allMatch(COSNumber.class::isInstance)
                ? Ink.UNKNOWN // a pattern
                : space.ink(operands.stream()
                        .mapToDouble(number -> ((COSNumber) number).floatValue())
                        .toArray());
        set(looks, name, space, ink);
    }

    @FunctionalInterface
    private interface Step {
        void take(String name, List<COSBase> operands, PDResources resources) throws IOException;
    }

    private static final class Named extends OperatorProcessor {
        private final String name;
        private final Step step;

        Named(PDFStreamEngine engine, String name, Step step) {
            super(engine);
            this.name = name;
            this.step = step;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            step.take(name, operands, getContext().getResources());
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
