package kb.pdf;

import java.util.regex.Pattern;

/** Tells words that were divided at the end of a line. */
final class Hyphens {
    private static final Pattern DIVIDED = Pattern.compile(".*\\p{L}[-\u2010\u2212]");
    private static final Pattern CONTINUED = Pattern.compile("\\p{Ll}.*");
    private static final Pattern COMPOUND = Pattern.compile(".*\\p{L}[-\u2010\u2212]\\p{L}+[-\u2010\u2212]");

    private Hyphens() {}

    static boolean join(String last, String next) {
        return DIVIDED.matcher(last).matches() && CONTINUED.matcher(next).matches();
    }

    /** "state-of-the-" keeps its hyphen: whoever writes two, writes the third. */
    static boolean vanish(String last) {
        return !COMPOUND.matcher(last).matches();
    }
}
