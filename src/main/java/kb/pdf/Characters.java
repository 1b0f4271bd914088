package kb.pdf;

import java.text.Normalizer;

/** Characters as a reader would type them. */
final class Characters {
    static final char SOFT_HYPHEN = '\u00AD';

    private Characters() {}

    /**
     * A glyph's characters: every space plain, ligatures as letters, and without what nobody sees. A soft hyphen stays, because at the
     * end of a line it is seen.
     */
    static String clean(String text) {
        if (text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) < 0x7F) return text;
        var clean = new StringBuilder();
        text.codePoints().forEach(character -> append(clean, character));
        return clean.toString();
    }

    /** A word of cleaned glyphs: composed, and any soft hyphen gone except a last one, which is a plain hyphen. */
    static String word(String text) {
        if (isAscii(text)) return text;
        var hyphened = text.endsWith("\u00AD") ? text.substring(0, text.length() - 1) + '-' : text;
        return Normalizer.normalize(hyphened.replace("\u00AD", ""), Normalizer.Form.NFC);
    }

    /** Whether a word begins with a small letter, as the middle of a sentence does. */
    static boolean beginsSmall(String word) {
        return !word.isEmpty() && Character.getType(word.codePointAt(0)) == Character.LOWERCASE_LETTER;
    }

    /** Whether a font's word for a glyph is none: nothing, or nothing that anybody could read. */
    static boolean isGarbled(String text) {
        if (text != null && text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) < 0x7F) return false;
        return text == null || text.codePoints().noneMatch(Characters::isReadable);
    }

    private static boolean isReadable(int character) {
        if (character == 0xF0B7 || character == 0xF0A7 || character == '\t' || character == SOFT_HYPHEN) return true;
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> false;
            default -> character != 0xFFFD;
        };
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x7F) return false;
        return true;
    }

    private static void append(StringBuilder clean, int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) clean.append(' ');
        else if (character >= 0xFB00 && character <= 0xFB06) clean.append(ligature(character));
        else if (character == 0xF0B7 || character == 0xF0A7)
            clean.append('•'); // bullets of the fonts Symbol and Wingdings
        else if (character == SOFT_HYPHEN || isSeen(character)) clean.appendCodePoint(character);
    }

    private static String ligature(int character) {
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
    }

    /** False for half a surrogate pair too: no encoding can write it. */
    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> character != 0xFFFD && (character & 0xFFFE) != 0xFFFE;
        };
    }
}
