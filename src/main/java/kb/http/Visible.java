package kb.http;

/** What of a text a person can see. */
final class Visible {
    private static final int NEXT_LINE = 0x85;

    private Visible() {}

    /** White space, controls and format characters, such as a zero-width space, show nothing. */
    static boolean nothingIn(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.getType(point) == Character.CONTROL
                        || Character.getType(point) == Character.FORMAT);
    }

    /** Whether there is a control character that is no white space. */
    static boolean controls(String text) {
        return text.codePoints()
                .anyMatch(point -> Character.getType(point) == Character.CONTROL
                        && !Character.isWhitespace(point)
                        && point != NEXT_LINE);
    }
}
