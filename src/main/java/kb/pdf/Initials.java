package kb.pdf;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Large letters that a paragraph begins with. */
final class Initials {
    /** Of the height of the paragraph's own letters. */
    private static final double LARGE = 1.6;

    private static final double NEAR = 1.2;
    private static final Pattern LETTER = Pattern.compile("\\p{Lu}");
    private static final Pattern GOES_ON = Pattern.compile("\\p{Ll}.*|\\p{Lu}{2}.*");
    private static final Pattern WORD = Pattern.compile("[AIO]");
    /** No word begins so: after a letter that may be a word it is the rest of one. */
    private static final Pattern REST =
            Pattern.compile("\\p{Ll}{1,2}|[lmnrvx][^aeiouyé].*|[bcdfgpst](?![aeiouyhlrwcmnptk]).*");

    private Initials() {}

    static boolean isLetter(String text) {
        return LETTER.matcher(text).matches();
    }

    /** Whether the letter stands at the beginning of this line and of at least the next. */
    static boolean begins(Line letter, Line line) {
        var gap = line.place().left() - letter.place().right();
        var middle = line.place().middle();
        return isLarge(letter.pieces().getFirst(), line.height())
                && gap > -0.3 * line.height()
                && gap < NEAR * line.height()
                && letter.place().top() < middle
                && middle < letter.place().bottom();
    }

    /** With a large first letter as part of its word, and no taller for it. */
    static Line joined(Line line) {
        if (line.pieces().size() < 2) return line;
        var letter = line.pieces().getFirst();
        var rest = line.pieces().get(1);
        if (!isLetter(letter.text()) || !isLarge(letter, rest.height())) return line;
        var pieces = new ArrayList<>(line.pieces()
                .subList(isOneWord(letter, rest) ? 2 : 1, line.pieces().size()));
        pieces.addFirst(beside(letter, rest));
        return new Line(pieces);
    }

    private static boolean isLarge(Piece letter, double height) {
        return letter.height() > LARGE * height;
    }

    private static boolean isOneWord(Piece letter, Piece rest) {
        if (!GOES_ON.matcher(rest.text()).matches()) return false;
        return !WORD.matcher(letter.text()).matches()
                || REST.matcher(rest.text()).matches();
    }

    private static Piece beside(Piece letter, Piece rest) {
        var place = Place.of(letter);
        var line = Place.of(rest);
        var word = isOneWord(letter, rest);
        var bounds = new Place(place.left(), line.top(), word ? line.right() : place.right(), line.bottom());
        return new Piece(
                word ? letter.text() + rest.text() : letter.text(),
                rest.start(),
                rest.bold(),
                bounds.bounds(rest.start()));
    }
}
