package kb.lambda;

/** How much Lambda takes of a function's answer: 6 MB of JSON, in which the body is one text. */
final class Payload {
    /** The rest is for the header fields. */
    static final int MOST_BYTES = 6_000_000;

    private Payload() {}

    /** @param body empty when null */
    static boolean holds(String body) {
        if (body == null || body.length() <= MOST_BYTES / 6) return true;
        return body.chars().mapToLong(Payload::bytes).sum() <= MOST_BYTES;
    }

    /** As JSON writes it in UTF-8, at most: some write the halves of a pair as escapes. */
    private static int bytes(int character) {
        if (character == '"' || character == '\\' || character >= '\b' && character <= '\r' && character != 0x0b)
            return 2;
        if (character < 0x20 || Character.isSurrogate((char) character)) return 6;
        if (character < 0x80) return 1;
        return character < 0x800 ? 2 : 3;
    }
}
