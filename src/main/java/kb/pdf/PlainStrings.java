package kb.pdf;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSString;

/**
 * Reads operators and strings as programs write them. Each is what PDFBox would make of it; null and no byte taken where something else
 * comes, or what needs a closer look.
 */
final class PlainStrings {
    /** Longer words may be constants. */
    private static final int LONGEST_OPERATOR = 3;

    private final ContentBytes bytes;

    PlainStrings(ContentBytes bytes) {
        this.bytes = bytes;
    }

    Operator operator() {
        var start = bytes.afterSpace();
        var end = start;
        while (end - start <= LONGEST_OPERATOR && isOfOperator(bytes.at(end))) end++;
        if (end == start || end - start > LONGEST_OPERATOR || !ContentBytes.isSpace(bytes.at(end))) return null;
        if (bytes.at(start) == 'B' || bytes.at(start) == 'I') return null; // a picture may begin here
        bytes.goTo(end);
        return Operator.getOperator(bytes.text(start, end));
    }

    private static boolean isOfOperator(int next) {
        return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '*' || next == '\'' || next == '"';
    }

    COSString string() {
        return switch (bytes.peek()) {
            case '(' -> literal((int) bytes.getPosition() + 1);
            case '<' -> hexadecimal((int) bytes.getPosition() + 1);
            default -> null;
        };
    }

    /** One that is nothing but its bytes. */
    private COSString literal(int start) {
        for (int place = start; ; place++) {
            var next = bytes.at(place);
            if (next == '(' || next == '\\' || next < 0) return null;
            if (next != ')') continue;
            bytes.goTo(place + 1);
            return new COSString(bytes.copy(start, place));
        }
    }

    private COSString hexadecimal(int start) {
        var end = start;
        while (digit(end) >= 0) end++;
        if (bytes.at(end) != '>' || (end - start) % 2 != 0) return null;
        var string = new byte[(end - start) / 2];
        for (int i = 0; i < string.length; i++)
            string[i] = (byte) (16 * digit(start + 2 * i) + digit(start + 2 * i + 1));
        bytes.goTo(end + 1);
        return new COSString(string);
    }

    /** Of a hexadecimal number; -1 where none is. */
    private int digit(int place) {
        return Character.digit(bytes.at(place), 16);
    }
}
