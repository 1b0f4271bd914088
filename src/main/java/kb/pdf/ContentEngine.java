package kb.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Runs a page's content as PDFBox does, but for the parser. PDFBox lets nobody choose that: so it is given a page of a single operator,
 * and what the page says is run in the place of that.
 */
abstract class ContentEngine extends PDFStreamEngine {
    private static final byte[] SINGLE_OPERATOR = {'n'};

    private final Deque<PDContentStream> waiting = new ArrayDeque<>();

    void run(PDPage page) throws IOException {
        waiting.add(new PageInMemory(page));
        processPage(new StandIn(page));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        var content = waiting.poll();
        if (content == null) super.processOperator(operator, operands);
        else run(content);
    }

    private void run(PDContentStream content) throws IOException {
        var parser = new ContentParser(content);
        var operands = new ArrayList<COSBase>();
        for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                processOperator(operator, operands);
                operands.clear();
            } else {
                operands.add((COSBase) token);
            }
        }
    }

    private static final class StandIn extends PageInMemory {
        StandIn(PDPage page) {
            super(page);
        }

        @Override
        public RandomAccessRead getContentsForStreamParsing() {
            return new ContentBytes(SINGLE_OPERATOR);
        }
    }
}
