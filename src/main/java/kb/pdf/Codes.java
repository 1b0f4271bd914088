package kb.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Vector;

/** The codes in a composite font's strings: two bytes mostly are one, and are looked up once, as is how far their glyph leads. */
final class Codes {
    private static final int BYTES = 256;

    private final PDFont font;
    private final Code[][] pairs = new Code[BYTES][];

    Codes(PDFont font) {
        this.font = font;
    }

    /** @param length in bytes @param displacement from the glyph to the next, in text space */
    record Code(int number, int length, Vector displacement) {}

    Code at(byte[] string, int place) throws IOException {
        if (place + 1 == string.length) return read(string, place);
        var first = string[place] & 0xFF;
        var second = string[place + 1] & 0xFF;
        if (pairs[first] != null && pairs[first][second] != null) return pairs[first][second];
        var code = read(string, place);
        if (code.length() == 2) keep(first, second, code);
        return code;
    }

    private void keep(int first, int second, Code code) {
        if (pairs[first] == null) pairs[first] = new Code[BYTES];
        pairs[first][second] = code;
    }

    private Code read(byte[] string, int place) throws IOException {
        var rest = new ByteArrayInputStream(string, place, string.length - place);
        var number = font.readCode(rest);
        var length = Math.max(1, string.length - place - rest.available());
        return new Code(number, length, font.getDisplacement(number));
    }
}
