package kb.pages;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Text as quotes are compared, with where each character came from: composed letters without ligatures, one space for any white
 * space, and nothing for what cannot be seen.
 *
 * <p>Digits of another shape stay what they are: 10² is not 102.
 */
final class Folded {
    /** A hyphen at the end of a line: part of its word, or only the mark that the word goes on. */
    static final char DIVISION = '\u0001';

    private static final int MOST_MARKS = 16;

    private final String source;
    private final boolean hasLines;
    private final StringBuilder text = new StringBuilder();
    private final int[][] places = new int[2][];

    private Folded(String source, boolean hasLines) {
        this.source = source;
        this.hasLines = hasLines;
        places[0] = new int[source.length() + 16];
        places[1] = new int[source.length() + 16];
        for (int i = 0; i < source.length(); ) i = fold(i);
    }

    /** Of a page, whose lines end where they happen to. */
    static Folded page(String text) {
        return new Folded(text, true);
    }

    static String quote(String text) {
        return new Folded(text, false).text.toString().strip();
    }

    String text() {
        return text.toString();
    }

    /** Of the source, likewise {@link #end}. */
    int start(int position) {
        return places[0][position];
    }

    int end(int position) {
        return places[1][position];
    }

    /** Whether something of the source begins here, and not in the middle of what became several characters. */
    boolean begins(int position) {
        return position == 0 || position == text.length() || start(position) != start(position - 1);
    }

    /** Returns where to go on. */
    private int fold(int at) {
        var point = source.codePointAt(at);
        var marked = at + 1 < source.length() && source.charAt(at + 1) > 0x7f;
        if (point > ' ' && point < 0x7f && point != '-' && !marked) return add((char) point, at, at + 1);
        if (isSpace(point)) return space(at);
        if (isInvisible(point)) return at + Character.charCount(point);
        var line = hasLines && (point == '-' || point == '\u2010') ? nextLine(at) : -1;
        return line >= 0 ? add(DIVISION, at, line) : letter(at);
    }

    private int space(int at) {
        var end = at;
        while (end < source.length() && isSpace(source.codePointAt(end))) end++;
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') return end;
        return add(' ', at, end);
    }

    /** A character with its marks. */
    private int letter(int at) {
        var end = at + Character.charCount(source.codePointAt(at));
        for (int marks = 0; marks < MOST_MARKS && end < source.length() && isMark(source.codePointAt(end)); marks++)
            end += Character.charCount(source.codePointAt(end));
        var letter = source.substring(at, end);
        var form = letter.codePoints().anyMatch(Folded::isOddNumber) ? Normalizer.Form.NFC : Normalizer.Form.NFKC;
        for (var character : Normalizer.normalize(letter, form).toCharArray()) add(character, at, end);
        return end;
    }

    /** Where the word goes on that is divided here, or -1. */
    private int nextLine(int hyphen) {
        if (hyphen == 0 || !Character.isLetter(source.codePointBefore(hyphen))) return -1;
        var end = hyphen + 1;
        while (end < source.length() && isSpace(source.codePointAt(end))) end++;
        var breaks = source.substring(hyphen + 1, end)
                .chars()
                .filter(character -> character == '\n')
                .count();
        return breaks == 1 && end < source.length() && Character.isLowerCase(source.codePointAt(end)) ? end : -1;
    }

    private int add(char character, int from, int to) {
        if (text.length() == places[0].length) {
            places[0] = Arrays.copyOf(places[0], 2 * text.length());
            places[1] = Arrays.copyOf(places[1], 2 * text.length());
        }
        places[0][text.length()] = from;
        places[1][text.length()] = to;
        text.append(character);
        return to;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isInvisible(int point) {
        var type = Character.getType(point);
        return type == Character.FORMAT || type == Character.CONTROL;
    }

    private static boolean isMark(int point) {
        var type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || point >= 0x1160 && point <= 0x11ff; // what follows the first part of a Korean syllable
    }

    /** A raised one, a fraction, a Roman or a circled one. */
    private static boolean isOddNumber(int point) {
        var type = Character.getType(point);
        return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
    }
}
