package kb.pages;

import java.time.Instant;
import java.util.Optional;

/**
 * What a file says of itself: it may say anything.
 *
 * @param createdAt when it was made, by whatever clock that was, likewise {@code modifiedAt}
 */
public record About(
        Optional<String> title,
        Optional<String> author,
        Optional<Instant> createdAt,
        Optional<Instant> modifiedAt,
        PageLabels labels) {
    public static final int LONGEST = 300;
    public static final About NOTHING =
            new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PageLabels.NONE);

    public About {
        labels = labels == null ? PageLabels.NONE : labels; // documents that were read before they were noted
    }

    /** A line of text without what can't be seen, cut where it is too long; empty when nothing is left. */
    public static Optional<String> line(String said) {
        return line(said, LONGEST);
    }

    /** @param longest in characters */
    public static Optional<String> line(String said, int longest) {
        if (said == null) return Optional.empty();
        var line = new StringBuilder();
        said.codePoints().limit(10L * longest).forEach(character -> {
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) line.append(' ');
            else if (isSeen(character)) line.appendCodePoint(character);
        });
        var plain = line.toString().replaceAll(" {2,}", " ").strip();
        var end = plain.offsetByCodePoints(0, Math.min(longest, plain.codePointCount(0, plain.length())));
        return Optional.of(plain.substring(0, end).strip()).filter(left -> !left.isEmpty());
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
