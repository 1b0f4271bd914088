package kb.documents;

import java.text.Normalizer;
import java.util.Optional;

/** A name a person gave a file: one line, no folders, 1 to 255 characters, in Unicode's composed form. */
public record Filename(String text) {
    private static final int LONGEST = 255;

    public Filename {
        if (complaint(text).isPresent())
            throw new IllegalArgumentException("a file name " + complaint(text).get());
        text = composed(text);
    }

    /** What is wrong with a name; empty when nothing is. */
    public static Optional<String> complaint(String given) {
        var text = composed(given);
        if (text.isBlank()) return Optional.of("must not be blank");
        if (text.codePointCount(0, text.length()) > LONGEST)
            return Optional.of("is longer than %d characters".formatted(LONGEST));
        if (text.chars().anyMatch(character -> character == '/' || character == '\\')) {
            return Optional.of("must not contain a folder: leave out / and \\");
        }
        if (text.matches("\\.+")) return Optional.of("must have more than dots");
        if (text.codePoints().anyMatch(Filename::isForbidden)) {
            return Optional.of("must not contain line breaks, other control characters or halves of characters");
        }
        return Optional.empty();
    }

    /** Composing comes before measuring: it makes some names longer. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Controls, direction overrides (which make {@code fdp.exe} of {@code exe.pdf}), separators and lone surrogates. */
    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> point != 0x200D && point != 0x200C && !(point >= 0xE0020 && point <= 0xE007F);
            default -> false;
        };
    }
}
