package kb.pages;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a page its text stands for.
 *
 * @param glyphs that were read, spaces aside
 * @param garbled how many of these have no meaning that the file tells, or one that cannot be
 * @param images how many pictures it shows
 * @param drawn whether there is anything on it
 * @param unreadable whether nothing could be made of it
 * @param leftOut how many characters the file holds that nobody sees, and why
 */
public record Coverage(
        Source source,
        int glyphs,
        int garbled,
        int images,
        boolean drawn,
        boolean unreadable,
        Map<Hiding, Integer> leftOut) {
    /** More than a tenth: the text is not to be relied on. */
    private static final int TOO_MANY = 10;

    public Coverage {
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }

    /** Where the text comes from. */
    public enum Source {
        /** Drawn as text. */
        NATIVE,
        /** Recognised in a picture. */
        OCR,
        /** There is no text. */
        NONE
    }

    /** Of a page that is nothing but its text. */
    public static Coverage of(String text) {
        var glyphs = (int) text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .count();
        return new Coverage(glyphs == 0 ? Source.NONE : Source.NATIVE, glyphs, 0, 0, true, false, Map.of());
    }

    public static Coverage unread() {
        return new Coverage(Source.NONE, 0, 0, 0, true, true, Map.of());
    }

    public int hidden() {
        return leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean hasGarbage() {
        return garbled * TOO_MANY > glyphs;
    }

    /** Whether something is on it that cannot be searched. */
    public boolean lacksText() {
        return source == Source.NONE && drawn;
    }
}
