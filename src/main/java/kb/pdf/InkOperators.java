package kb.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** The operators that choose colours: small letters for what is filled, capital ones for what is stroked. */
final class InkOperators {
    private InkOperators() {}

    static List<OperatorProcessor> of(PDFStreamEngine engine, Looks looks) {
        return List.of(
                device(engine, looks, "g", InkSpace.GREY),
                device(engine, looks, "G", InkSpace.GREY),
                device(engine, looks, "rg", InkSpace.RGB),
                device(engine, looks, "RG", InkSpace.RGB),
                device(engine, looks, "k", InkSpace.CMYK),
                device(engine, looks, "K", InkSpace.CMYK),
                new Chooses(engine, "cs", looks),
                new Chooses(engine, "CS", looks),
                new Sets(engine, "sc", looks),
                new Sets(engine, "SC", looks),
                new Sets(engine, "scn", looks),
                new Sets(engine, "SCN", looks));
    }

    private static OperatorProcessor device(PDFStreamEngine engine, Looks looks, String name, InkSpace space) {
        return new NumberOperator(engine, name, 1, numbers -> set(looks, name, space, space.ink(numbers)));
    }

    private static void set(Looks looks, String operator, InkSpace space, Ink ink) {
        var stroked = Character.isUpperCase(operator.charAt(0));
        looks.change(look -> stroked ? look.withStroke(space, ink) : look.withFill(space, ink));
    }

    private static final class Chooses extends OperatorProcessor {
        private final String name;
        private final Looks looks;

        Chooses(PDFStreamEngine engine, String name, Looks looks) {
            super(engine);
            this.name = name;
            this.looks = looks;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            var space = operands.isEmpty() || !(operands.getFirst() instanceof COSName chosen)
                    ? InkSpace.UNKNOWN
                    : InkSpace.named(chosen, getContext().getResources());
            set(looks, name, space, space.first());
        }

        @Override
        public String getName() {
            return name;
        }
    }

    private static final class Sets extends OperatorProcessor {
        private final String name;
        private final Looks looks;

        Sets(PDFStreamEngine engine, String name, Looks looks) {
            super(engine);
            this.name = name;
            this.looks = looks;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            var look = looks.now();
            var space = Character.isUpperCase(name.charAt(0)) ? look.strokeSpace() : look.fillSpace();
            var ink = operands.isEmpty() || !operands.stream().allMatch(COSNumber.class::isInstance)
                    ? Ink.UNKNOWN // a pattern
                    : space.ink(operands.stream()
                            .mapToDouble(number -> ((COSNumber) number).floatValue())
                            .toArray());
            set(looks, name, space, ink);
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
