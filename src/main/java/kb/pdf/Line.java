package kb.pdf;

import java.util.List;
import java.util.stream.Collectors;

/** A line of words as it stands in the {@link PageFrame}. @param start its first glyph */
record Line(Glyph start, List<Piece> pieces) {
    Line {
        pieces = List.copyOf(pieces);
    }

    /** The height of its glyphs as most of them have it: neither a drop cap nor a footnote's number decides. */
    double height() {
        var heights = pieces.stream().mapToDouble(Piece::height).sorted().toArray();
        return heights[heights.length / 2];
    }

    /** Whether every word of it is: marks without letters or digits do not count. */
    boolean bold() {
        var words = pieces.stream().filter(Piece::isWordy).toList();
        return !words.isEmpty() && words.stream().allMatch(Piece::bold);
    }

    /** How long it is in the direction of reading. */
    double length() {
        var all = pieces.stream().map(Piece::bounds).reduce((one, other) -> one.createUnion(other));
        return all.map(box -> Math.abs(start.dx()) > 0.7 ? box.getWidth() : box.getHeight())
                .orElse(0.0);
    }

    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    String firstText() {
        return pieces.getFirst().text();
    }

    String lastText() {
        return pieces.getLast().text();
    }
}
