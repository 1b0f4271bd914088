package kb;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a PDF's words stand as Poppler sees them, which shares no code with ours. */
final class TrueBoxes {
    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([\\d.-]+)\" yMin=\"([\\d.-]+)\" xMax=\"([\\d.-]+)\" yMax=\"([\\d.-]+)\">(.*?)</word>");
    /** Squares a point. */
    private static final int FINE = 2;

    private static final int WIDEST = 4_000;

    private final List<List<Word>> pages;

    private record Word(Rectangle2D box, String letters) {}

    private TrueBoxes(List<List<Word>> pages) {
        this.pages = pages;
    }

    static TrueBoxes of(Path program, Path pdf) throws IOException {
        var poppler = new ProcessBuilder(program.toString(), "-bbox", pdf.toString(), "-").start();
        var text = new String(poppler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var pages = new ArrayList<List<Word>>();
        for (var page : text.split("<page ", -1)) pages.add(words(page));
        return new TrueBoxes(pages);
    }

    private static List<Word> words(String page) {
        return WORD.matcher(page)
                .results()
                .map(found -> {
                    var box = new Rectangle2D.Double();
                    box.setFrameFromDiagonal(
                            Double.parseDouble(found.group(1)),
                            Double.parseDouble(found.group(2)),
                            Double.parseDouble(found.group(3)),
                            Double.parseDouble(found.group(4)));
                    return new Word(box, letters(unescaped(found.group(5))));
                })
                .toList();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    double overlap(JsonNode citation) {
        var boxes = new ArrayList<Rectangle2D>();
        for (var box : citation.get("boxes")) {
            var rectangle = new Rectangle2D.Double();
            rectangle.setFrameFromDiagonal(
                    box.get("l").doubleValue(),
                    box.get("t").doubleValue(),
                    box.get("r").doubleValue(),
                    box.get("b").doubleValue());
            boxes.add(rectangle);
        }
        return overlap(citation.get("page").intValue(), citation.get("quote").textValue(), boxes);
    }

    /** How much of the quote's place and of the given boxes is the same; where it stands twice, the nearer place counts. 0 when it is nowhere. */
    private double overlap(int page, String quote, List<Rectangle2D> boxes) {
        var words = pages.get(page);
        var all = new StringBuilder();
        var starts = new ArrayList<Integer>();
        for (var word : words) {
            starts.add(all.length());
            all.append(word.letters());
        }
        var wanted = letters(quote);
        var best = 0.0;
        for (int at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
            var touched = new ArrayList<Word>();
            for (int i = 0; i < words.size(); i++) {
                var end = starts.get(i) + words.get(i).letters().length();
                if (starts.get(i) < at + wanted.length() && end > at) touched.add(words.get(i));
            }
            best = Math.max(best, shared(squares(lines(touched)), squares(boxes)));
        }
        return best;
    }

    /** Words beside one another are one stretch, with what is between them. */
    private static List<Rectangle2D> lines(List<Word> words) {
        var lines = new ArrayList<Rectangle2D>();
        for (var word : words) {
            var last = lines.isEmpty() ? null : lines.getLast();
            var goesOn = last != null
                    && word.box().getCenterY() > last.getMinY()
                    && word.box().getCenterY() < last.getMaxY()
                    && word.box().getMinX() >= last.getMaxX() - 1;
            if (goesOn) lines.set(lines.size() - 1, last.createUnion(word.box()));
            else lines.add(word.box());
        }
        return lines;
    }

    private static BitSet squares(List<Rectangle2D> boxes) {
        var squares = new BitSet();
        for (var box : boxes)
            for (int y = square(box.getMinY()); y < square(box.getMaxY()); y++)
                squares.set(y * WIDEST + square(box.getMinX()), y * WIDEST + square(box.getMaxX()));
        return squares;
    }

    private static int square(double points) {
        return (int) Math.round(Math.max(0, points) * FINE);
    }

    private static double shared(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        var either = (BitSet) one.clone();
        either.or(other);
        return (double) both.cardinality() / either.cardinality();
    }
}
