package kb.masking;

import java.util.regex.Pattern;

/**
 * How keys look that begin with what their issuer begins them with, on one line or on several.
 *
 * <p>A key goes on behind the end of a line with what is no word: with letters and digits together, capitals inside, or twenty
 * letters and more. Where it may be over already, at least eight letters of that kind go on with it.
 */
final class IssuedKeys {
    private static final String ALONE = "(?<![\\p{L}\\p{N}_-])";
    private static final String ENDS = "(?![\\p{L}\\p{N}_-])";
    private static final String LETTERS = "[A-Za-z0-9_-]";
    private static final int MORE = 8;

    private IssuedKeys() {}

    /** So many letters behind the beginning, and no more. @param letters without a hyphen */
    static Kind of(int length, String begins, String letters) {
        return of(length, begins, letters, Gaps.LINE_END);
    }

    /** The same where hyphens belong to the key, and so never say that a line ends inside it. */
    static Kind hyphened(int length, String begins) {
        return of(length, begins, LETTERS, Gaps.BREAK);
    }

    private static Kind of(int length, String begins, String letters, String lineEnd) {
        var look = ALONE + begins + "(?:" + lineEnd + "?" + letters + "){" + length + "}" + ENDS;
        return new Kind(Pattern.compile(look), _ -> true);
    }

    /** So many letters behind the beginning, or more. */
    static Kind ofAtLeast(int least, String begins, String letters) {
        return unbroken(ALONE + begins + open(least, letters), begins + letters + "{" + least + ",}");
    }

    /** SendGrid's: two parts with a full stop between. */
    static Kind inTwoParts(int least, String begins) {
        var part = LETTERS + "{" + least + ",}";
        return unbroken(ALONE + begins + closed() + "\\." + open(least, LETTERS), begins + part + "\\." + part);
    }

    /** JSON Web Tokens: the first two parts begin alike, and the last may be empty. */
    static Kind inThreeParts(int least, String begins) {
        var part = begins + LETTERS + "{" + least + ",}\\.";
        var look = begins + closed() + "\\." + Gaps.BREAK + "?" + begins + closed() + "\\." + whole(0, LETTERS);
        return unbroken(ALONE + look, part + part + LETTERS + "*");
    }

    /** What somebody calls a key: letters and digits together. */
    static String named() {
        var letters = "[A-Za-z0-9/+_.~=-]";
        var rest = Gaps.LINE_END + rest(MORE, letters);
        return "(?=[^\\s\"']*\\d)(?=[^\\s\"']*\\p{L})" + letters + "{16,}+(?:" + rest + ")?" + "|(?=" + letters
                + "*\\d)" + letters + "{" + MORE + ",15}+" + rest;
    }

    private static Kind unbroken(String look, String onOneLine) {
        var lineEnd = Pattern.compile(Gaps.LINE_END);
        var right = Pattern.compile(onOneLine).asMatchPredicate();
        return new Kind(
                Pattern.compile(look),
                written -> right.test(lineEnd.matcher(written).replaceAll("")));
    }

    /** A part whose end is seen. */
    private static String closed() {
        return LETTERS + "*+(?:" + Gaps.LINE_END + LETTERS + "++){0,60}+" + Gaps.LINE_END + "?";
    }

    private static String open(int least, String letters) {
        var broken = letters + "{0," + (least - 1) + "}+(?:" + Gaps.LINE_END + rest(2, letters) + "){1,9}+";
        return "(?:" + whole(least, letters) + "|" + broken + ")";
    }

    private static String whole(int least, String letters) {
        return letters + "{" + least + ",}+" + ENDS + "(?:" + Gaps.LINE_END + rest(MORE, letters) + "){0,9}+";
    }

    private static String rest(int least, String letters) {
        var any = letters + "*";
        return "(?:(?=" + any + "\\d)(?=" + any + "[A-Za-z])|(?=" + any + "[a-z][A-Z])|(?=" + letters + "{20}))"
                + letters + "{" + least + ",}+" + ENDS;
    }
}
