package kb.http;

/** A piece of the caller's own text on its way back: short, and never cut within a character. */
public final class Shown {
    private static final int LONGEST = 100;

    private Shown() {}

    public static String of(String text) {
        if (text.length() <= LONGEST) return text;
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
