package kb.search;

/** Guesses how many tokens a model makes of a text: rather more than most do, so that nothing is cut off. */
final class Tokens {
    private static final int LETTERS = 5;
    private static final int DIGITS = 3;

    private Tokens() {}

    static int estimate(String text) {
        var tokens = 0;
        var run = 0;
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            var letter = isLetter(character);
            if (!letter && !isDigit(character)) {
                run = 0;
                if (!Character.isWhitespace(character)) tokens++;
            } else {
                if (run > 0 && letter != isLetter(text.charAt(i - 1))) run = 0;
                if (run++ % (letter ? LETTERS : DIGITS) == 0) tokens++;
            }
        }
        return tokens;
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
