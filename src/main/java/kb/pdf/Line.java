package kb.pdf;

import java.util.List;

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

    String firstText() {
        return pieces.getFirst().text();
    }

    String lastText() {
        return pieces.getLast().text();
    }
}
