package kb.pdf;

import java.util.regex.Pattern;

/** Tells words that were divided at the end of a line. */
final class Hyphens {
    private static final Pattern DIVIDED = Pattern.compile(".*\\p{L}[-\u2010\u2212]");
    private static final Pattern COMPOUND = Pattern.compile(".*\\p{L}[-\u2010\u2212]\\p{L}+[-\u2010\u2212]");

    private Hyphens() {}

    static boolean join(String last, String next) {
        return endsInHyphen(last) && DIVIDED.matcher(last).matches() && Characters.beginsSmall(next);
    }

    /** Most lines do not: their last words need no closer look. */
    private static boolean endsInHyphen(String word) {
        return word.endsWith("-") || word.endsWith("\u2010") || word.endsWith("\u2212");
    }

    /** "state-of-the-" keeps its hyphen: whoever writes two, writes the third. */
    static boolean vanish(String last) {
        return !COMPOUND.matcher(last).matches();
    }
}
