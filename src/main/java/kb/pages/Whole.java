package kb.pages;

/** Tells whether a stretch of folded text is whole words and whole numbers. */
final class Whole {
    private static final String HYPHENS = "-\u2010";
    private static final String SIGNS = "-−–+±(";
    private static final String WITHIN_NUMBERS = ".,'’";
    private static final String AFTER_NUMBERS = "%‰";

    private Whole() {}

    static boolean is(String text, Span span) {
        return beginsWhole(text, span.start()) && endsWhole(text, span.end());
    }

    private static boolean beginsWhole(String text, int start) {
        if (start == 0) return true;
        var before = text.codePointBefore(start);
        if (before == Folded.DIVISION) return false;
        var first = text.codePointAt(start);
        if (isJoined(before, first)) return false;
        var further = start - Character.charCount(before);
        var farther = further == 0 ? ' ' : text.codePointBefore(further);
        if (isOneOf(HYPHENS, before) && Character.isLetterOrDigit(farther) && Character.isLetter(first)) return false;
        if (!Character.isDigit(first)) return true;
        if (isOneOf(WITHIN_NUMBERS, before) && Character.isDigit(farther)) return false;
        return !isOneOf(SIGNS, before) || Character.isLetterOrDigit(farther);
    }

    private static boolean endsWhole(String text, int end) {
        if (end == text.length()) return true;
        var after = text.codePointAt(end);
        if (after == Folded.DIVISION) return false;
        var last = text.codePointBefore(end);
        if (isJoined(last, after)) return false;
        var further = end + Character.charCount(after);
        var farther = further == text.length() ? ' ' : text.codePointAt(further);
        if (isOneOf(HYPHENS, after) && Character.isLetter(last) && Character.isLetterOrDigit(farther)) return false;
        if (!Character.isDigit(last)) return true;
        if (Character.getType(after) == Character.OTHER_NUMBER || isOneOf(AFTER_NUMBERS, after)) return false;
        return !isOneOf(WITHIN_NUMBERS, after) || !Character.isDigit(farther);
    }

    /** Chinese, Japanese and Thai, for instance, have no spaces between words. */
    private static boolean isJoined(int left, int right) {
        return Character.isLetterOrDigit(left)
                && Character.isLetterOrDigit(right)
                && (hasSpaces(left) || hasSpaces(right));
    }

    private static boolean hasSpaces(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
            default -> true;
        };
    }

    private static boolean isOneOf(String all, int point) {
        return all.indexOf(point) >= 0;
    }
}
