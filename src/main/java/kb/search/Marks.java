package kb.search;

import java.util.List;
import java.util.regex.Pattern;

/** What stands around a word and makes it another: {@code § 12.3}, {@code 3.5 %}, {@code C++}. Indexed with the word, without space. */
final class Marks {
    private static final String SECTION = "§";
    private static final int MOST_SPACES = 2;
    private static final Pattern AFTER_NUMBER = Pattern.compile("\\s{0,2}([%‰°])");
    private static final Pattern AFTER_WORD = Pattern.compile("(\\+{1,2}|#)(?![\\p{L}\\p{N}])");

    private Marks() {}

    static void addTo(List<String> tokens, String plain, int start, int end, String whole) {
        if (whole.length() > Compound.LONGEST - 2) return;
        var pattern = AFTER_WORD;
        if (Character.isDigit(whole.codePointAt(0))) {
            if (followsSection(plain, start)) tokens.add(SECTION + whole);
            pattern = AFTER_NUMBER;
        }
        var mark = pattern.matcher(plain).region(end, plain.length()).useTransparentBounds(true);
        if (mark.lookingAt()) tokens.add(whole + mark.group(1));
    }

    private static boolean followsSection(String plain, int start) {
        int before = start;
        while (before > 0 && start - before < MOST_SPACES && Character.isWhitespace(plain.charAt(before - 1))) before--;
        return plain.startsWith(SECTION, before - 1);
    }
}
