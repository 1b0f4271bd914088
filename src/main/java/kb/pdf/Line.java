package kb.pdf;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of words as it stands in the {@link PageFrame}.
 *
 * @param height of its glyphs as most of them have it: neither a drop cap nor a footnote's number decides
 */
record Line(List<Piece> pieces, Place place, double height) implements Block {
    /** @param pieces at least one */
    Line(List<Piece> pieces) {
        this(List.copyOf(pieces), Place.around(pieces), usualHeight(pieces));
    }

    private static double usualHeight(List<Piece> pieces) {
        var heights = pieces.stream().mapToDouble(Piece::height).sorted().toArray();
        return heights[heights.length / 2];
    }

    /** Its first glyph. */
    Glyph start() {
        return pieces.getFirst().start();
    }

    /** Whether every word of it is: marks without letters or digits do not count. */
    boolean bold() {
        var words = pieces.stream().filter(Piece::isWordy).toList();
        return !words.isEmpty() && words.stream().allMatch(Piece::bold);
    }

    /** How long it is in the direction of reading. */
    double length() {
        return place.width();
    }

    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    /** How long its text is. */
    int characters() {
        var characters = pieces.size() - 1;
        for (var piece : pieces) characters += piece.text().length();
        return characters;
    }

    String firstText() {
        return pieces.getFirst().text();
    }

    String lastText() {
        return pieces.getLast().text();
    }
}
