package kb.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text, in small letters: what has letters, digits and marks alone.
 *
 * <p>Read without a regular expression, as each search reads the texts of all that it may tell.
 *
 * @param plain one space before and after each word
 * @param starts where in it each word starts
 * @param numbers those with a digit
 */
record Words(String plain, List<Integer> starts, Set<String> numbers) {
    private static final int WORD_TYPES = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    static Words of(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(lower.length() + 2).append(' ');
        var starts = new ArrayList<Integer>();
        var numbers = new HashSet<String>();
        for (int at = 0; at < lower.length(); ) {
            var end = end(lower, at);
            if (end == at) {
                at += Character.charCount(lower.codePointAt(at));
                continue;
            }
            starts.add(plain.length());
            plain.append(lower, at, end).append(' ');
            if (hasDigit(lower, at, end)) numbers.add(lower.substring(at, end));
            at = end;
        }
        return new Words(plain.toString(), starts, numbers);
    }

    /** Of the word that starts here; here when none does. */
    private static int end(String text, int start) {
        var at = start;
        while (at < text.length()) {
            var character = text.codePointAt(at);
            if (!isInWord(character)) return at;
            at += Character.charCount(character);
        }
        return at;
    }

    private static boolean isInWord(int character) {
        if (character >= 'a' && character <= 'z') return true;
        return (WORD_TYPES >> Character.getType(character) & 1) != 0;
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int at = from; at < to; at++) if (Character.isDigit(text.charAt(at))) return true;
        return false;
    }

    int size() {
        return starts.size();
    }

    /** The words from one up to another, as one text. */
    String from(int first, int end) {
        return plain.substring(starts.get(first), end < size() ? starts.get(end) : plain.length());
    }
}
