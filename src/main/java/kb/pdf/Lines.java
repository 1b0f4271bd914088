package kb.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Groups glyphs, in the order they are drawn, into words and lines. */
final class Lines {
    private Lines() {}

    static List<Line> of(List<Glyph> glyphs) {
        var lines = new ArrayList<List<List<Glyph>>>();
        Glyph last = null;
        Glyph blank = null;
        for (var glyph : glyphs) {
            if (glyph.isBlank()) {
                blank = glyph;
                continue;
            }
            if (last == null || startsLine(last, glyph)) lines.add(new ArrayList<>(List.of(new ArrayList<>())));
            else if (divides(blank, glyph) || startsWord(last, glyph))
                lines.getLast().add(new ArrayList<>());
            lines.getLast().getLast().add(glyph);
            last = glyph;
            blank = null;
        }
        return lines.stream()
                .map(Lines::pieces)
                .filter(pieces -> !pieces.isEmpty())
                .map(Line::new)
                .toList();
    }

    /** A blank that the next glyph is drawn over divides nothing: it stands for a hyphen that is not seen. */
    private static boolean divides(Glyph blank, Glyph next) {
        return blank != null && Math.abs(blank.along(next.x(), next.y())) > 0.02 * next.height();
    }

    /** Two glyphs share a line when most of the smaller one's height overlaps: so a raised footnote number stays. */
    private static boolean startsLine(Glyph last, Glyph next) {
        if (!last.readsLike(next)) return true;
        var down = last.down(next.x(), next.y());
        var top = Math.max(-last.above(), down - next.above());
        var bottom = Math.min(last.below(), down + next.below());
        if (bottom - top < 0.4 * Math.min(last.height(), next.height())) return true;
        return gap(last, next) < -Math.max(last.height(), next.height());
    }

    private static boolean startsWord(Glyph last, Glyph next) {
        var height = Math.max(last.height(), next.height());
        return gap(last, next) > Math.clamp(last.space() / 2, 0.08 * height, 0.16 * height);
    }

    /** Arabic and Hebrew are drawn with each letter left of the one before. */
    private static double gap(Glyph last, Glyph next) {
        var leftwards = last.along(next.x(), next.y()) < 0 && next.isRightToLeft();
        return leftwards ? next.ahead(last.x(), last.y()) : last.ahead(next.x(), next.y());
    }

    private static List<Piece> pieces(List<List<Glyph>> words) {
        var pieces = new ArrayList<Piece>();
        for (var word : words) addPieces(pieces, word);
        return pieces;
    }

    /** Usually one. More when a font's table gives a single glyph several words, none when nothing in it is seen. */
    private static void addPieces(List<Piece> pieces, List<Glyph> word) {
        var text = new StringBuilder();
        var bounds = new Rectangle2D.Double();
        bounds.setRect(word.getFirst().box());
        var bold = true;
        for (var glyph : word) {
            text.append(glyph.text());
            Rectangle2D.union(bounds, glyph.box(), bounds);
            bold &= glyph.bold();
        }
        var whole = Characters.word(text.toString());
        var parts = whole.indexOf(' ') < 0 ? List.of(whole) : List.of(whole.split(" "));
        for (var part : parts) if (!part.isEmpty()) pieces.add(new Piece(part, word.getFirst(), bold, bounds));
    }
}
