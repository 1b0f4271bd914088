package kb.client;

/** Text of strangers as a terminal may show it: it moves no cursor, changes no colour and hides nothing. */
final class Plain {
    private Plain() {}

    /** In one line. */
    static String line(String text) {
        return text(text).replaceAll("\\s+", " ").strip();
    }

    /** With its line breaks. */
    static String text(String text) {
        var plain = new StringBuilder();
        text.codePoints().filter(Plain::isHarmless).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isHarmless(int point) {
        if (point == '\n' || point == '\t') return true;
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
