package kb.pdf;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/** Tells which of a table's first rows name its columns. */
final class Headers {
    private static final int MOST = 3;
    private static final Pattern FIGURE = Pattern.compile("[$€£¥(+-]*\\s?[\\d.,]*\\d\\)?\\s?[%)]*|[-–—]");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private Headers() {}

    /** Those before the first figures; where there are none, a first row that is bold or has three cells. */
    static int count(List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) if (hasFigures(rows.get(i))) return i <= MOST ? i : 0;
        var first = rows.getFirst();
        return isBold(first) && !isBold(rows.get(1)) || first.filled().size() > 2 ? 1 : 0;
    }

    static boolean isFigure(List<Line> cell) {
        return FIGURE.matcher(text(cell)).matches();
    }

    private static boolean hasFigures(Row row) {
        return row.filled().stream()
                .skip(1)
                .anyMatch(cell -> isFigure(cell) && !YEAR.matcher(text(cell)).matches());
    }

    private static String text(List<Line> cell) {
        return cell.stream().map(Line::text).collect(joining(" "));
    }

    private static boolean isBold(Row row) {
        return row.lines().stream().allMatch(Line::bold);
    }
}
