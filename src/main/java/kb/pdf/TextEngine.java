package kb.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Shows text as PDFBox does, to the last digit; but what the bytes of a composite font are as codes it does not ask each time. */
abstract class TextEngine extends ContentEngine {
    private static final int SPACE = 32;

    private final Map<PDFont, Codes> codes = new HashMap<>();

    @Override
    protected void showText(byte[] string) throws IOException {
        var state = getGraphicsState();
        if (state.getTextState().getFont() instanceof PDType0Font font) show(string, font, state);
        else super.showText(string);
    }

    private void show(byte[] string, PDType0Font font, PDGraphicsState state) throws IOException {
        var text = state.getTextState();
        var across = text.getHorizontalScaling() / 100f;
        var size = text.getFontSize();
        var spacing = text.getCharacterSpacing();
        var parameters = new Matrix(size * across, 0, 0, size, 0, text.getRise());
        var matrix = state.getTextMatrix();
        var known = codes.computeIfAbsent(font, Codes::new);
        for (int place = 0; place < string.length; ) {
            var code = known.at(string, place);
            place += code.length();
            var isSpace = code.length() == 1 && code.number() == SPACE;
            var more = isSpace ? text.getWordSpacing() : 0f;
            var moved = code.displacement();
            show(font, code, parameters.multiply(matrix), state);
            if (font.isVertical()) matrix.translate(0, moved.getY() * size + spacing + more);
            else matrix.translate((moved.getX() * size + spacing + more) * across, 0);
        }
    }

    private void show(PDType0Font font, Codes.Code code, Matrix placed, PDGraphicsState state) throws IOException {
        var rendering = placed.multiply(state.getCurrentTransformationMatrix());
        if (font.isVertical()) rendering.translate(font.getPositionVector(code.number()));
        showGlyph(rendering, font, code.number(), code.displacement());
    }
}
