package kb.pdf;

import java.util.List;
import java.util.regex.Pattern;

/** Tells which of a table's first rows name its columns. */
final class Headers {
    private static final int MOST = 3;
    private static final Pattern FIGURE = Pattern.compile("[$€£¥(+-]*\\s?[\\d.,]*\\d\\)?\\s?[%)]*|[-–—]");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private Headers() {}

    /** Those before the first figures; where there are none, a first row that is bold or has three cells. */
    static int count(List<List<Line>> rows) {
        for (int i = 0; i < rows.size(); i++) if (hasFigures(rows.get(i))) return i <= MOST ? i : 0;
        var first = rows.getFirst();
        return isBold(first) && !isBold(rows.get(1)) || first.size() > 2 ? 1 : 0;
    }

    private static boolean hasFigures(List<Line> row) {
        return row.stream()
                .skip(1)
                .map(Line::text)
                .anyMatch(text ->
                        FIGURE.matcher(text).matches() && !YEAR.matcher(text).matches());
    }

    private static boolean isBold(List<Line> row) {
        return row.stream().allMatch(Line::bold);
    }
}
