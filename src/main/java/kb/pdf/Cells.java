package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The cells of a row: parts of a line with wide gaps between them. */
final class Cells {
    private static final Pattern CURRENCY = Pattern.compile("[$€£¥]");
    private static final Pattern LIST_MARK = Pattern.compile("[•▪◦‣●■–—*-]|\\(?(\\d{1,2}|\\p{L})[.)]");
    private static final Pattern AFTER = Pattern.compile("[%)]+");

    private Cells() {}

    /** Currency signs and marks of lists belong to what follows them, percent signs and brackets to what they follow. */
    static List<Line> of(Line line) {
        var segments = Segments.of(line);
        if (segments.size() == 1) return segments;
        var cells = new ArrayList<Line>();
        for (var segment : segments) {
            cells.add(belongs(cells, segment) ? joined(cells.removeLast(), segment) : segment);
        }
        return cells;
    }

    private static boolean belongs(List<Line> cells, Line next) {
        if (cells.isEmpty()) return false;
        var last = cells.getLast().text();
        return CURRENCY.matcher(last).matches()
                || AFTER.matcher(next.text()).matches()
                || cells.size() == 1 && LIST_MARK.matcher(last).matches();
    }

    private static Line joined(Line one, Line other) {
        var pieces = new ArrayList<>(one.pieces());
        pieces.addAll(other.pieces());
        return new Line(pieces);
    }
}
