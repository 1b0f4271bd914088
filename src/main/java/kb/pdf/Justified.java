package kb.pdf;

import java.util.List;
import java.util.stream.IntStream;

/** Tells text of a narrow column, whose words are driven apart, from the cells of a table. */
final class Justified {
    /** Of the words after a gap: sentences go on in lower case, cells begin with a capital or a figure. */
    private static final double MOST = 0.4;

    private static final double EVEN = 1.25;
    private static final double ALIGNED = 1.5;

    private Justified() {}

    static boolean isText(List<List<Line>> rows) {
        var after = rows.stream().flatMap(row -> row.stream().skip(1)).toList();
        var goOn = after.stream()
                .filter(cell -> Characters.beginsSmall(cell.firstText()))
                .count();
        return goOn > MOST * after.size() && (!areAligned(rows) || areEven(rows));
    }

    /** Whether most lines have the same space between all of their words. */
    private static boolean areEven(List<List<Line>> rows) {
        return 2 * rows.stream().filter(Justified::isEven).count() > rows.size();
    }

    private static boolean isEven(List<Line> row) {
        var words = row.stream()
                .flatMap(cell -> cell.pieces().stream())
                .map(Place::of)
                .toList();
        var gaps = IntStream.range(1, words.size())
                .mapToDouble(i -> words.get(i - 1).gap(words.get(i)))
                .summaryStatistics();
        return gaps.getCount() > 1 && gaps.getMax() < EVEN * gaps.getMin();
    }

    /** Whether the second cells begin below one another: in text they do not. */
    private static boolean areAligned(List<List<Line>> rows) {
        var edges = rows.stream()
                .filter(row -> row.size() > 1)
                .mapToDouble(row -> row.get(1).place().left())
                .sorted()
                .toArray();
        var middle = edges[edges.length / 2];
        var aligned = 0;
        for (var edge : edges) if (Math.abs(edge - middle) < ALIGNED) aligned++;
        return aligned >= 0.75 * edges.length;
    }
}
