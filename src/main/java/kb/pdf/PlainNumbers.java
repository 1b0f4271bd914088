package kb.pdf;

import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSNumber;

/** Reads numbers as programs write them: a sign perhaps, few digits, a point perhaps. Each is the number that PDFBox would make of it. */
final class PlainNumbers {
    /** So many digits are a whole number that a {@code double} holds to the last one, as it holds these powers of ten. */
    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS = powers();
    /** The bits of a {@code double} that a {@code float} has no room for, and what they are half-way between two of these. */
    private static final long ROUNDED_AWAY = 0x1FFF_FFFF;

    private static final long HALF_WAY = 0x1000_0000;

    private final ContentBytes bytes;

    PlainNumbers(ContentBytes bytes) {
        this.bytes = bytes;
    }

    /** The number that comes next, white space aside; null and no byte taken where something else does, or another kind of number. */
    COSNumber next() {
        var start = bytes.afterSpace();
        var negative = bytes.at(start) == '-';
        var first = negative ? start + 1 : start;
        var place = first;
        var point = -1;
        var digits = 0L;
        for (int next = bytes.at(place); isDigit(next) || next == '.' && point < 0; next = bytes.at(++place)) {
            if (next == '.') point = place;
            else digits = 10 * digits + next - '0';
            if (place - first > MOST_DIGITS) return null;
        }
        var count = place - first - (point < 0 ? 0 : 1);
        if (count == 0 || count > MOST_DIGITS || !ends(bytes.at(place))) return null;
        var number =
                point < 0 ? COSInteger.get(negative ? -digits : digits) : fraction(negative, digits, place - point - 1);
        if (number != null) bytes.goTo(place);
        return number;
    }

    /** Null where rounding twice could make another number than rounding once. */
    private static COSNumber fraction(boolean negative, long digits, int decimals) {
        var exact = digits / POWERS[decimals];
        if ((Double.doubleToRawLongBits(exact) & ROUNDED_AWAY) == HALF_WAY) return null;
        return new COSFloat((float) (negative && digits != 0 ? -exact : exact));
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }

    /** Only what ends a number for all of PDFBox's ways to read one. */
    private static boolean ends(int next) {
        return ContentBytes.isSpace(next) || next == ']' || next == '[' || next == '(' || next == '<' || next == '/';
    }

    private static double[] powers() {
        var powers = new double[MOST_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) powers[i] = 10 * powers[i - 1];
        return powers;
    }
}
