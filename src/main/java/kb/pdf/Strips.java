package kb.pdf;

import java.util.ArrayList;
import java.util.List;

/** What the rows of a table leave free between their cells, over all of its height. */
record Strips(List<Strip> all, double least) {
    /** Of a row's height. */
    private static final double NARROWEST = 0.5;

    record Strip(double left, double right) {}

    static Strips of(List<Line> row) {
        var strips = new ArrayList<Strip>();
        for (int i = 1; i < row.size(); i++) {
            strips.add(
                    new Strip(row.get(i - 1).place().right(), row.get(i).place().left()));
        }
        return new Strips(strips, NARROWEST * row.getFirst().height());
    }

    /** Those that this row leaves too, as far as it does. */
    Strips leftBy(List<Line> row) {
        var left = new ArrayList<Strip>();
        for (var strip : all) {
            for (var free : free(row)) {
                var start = Math.max(strip.left(), free.left());
                var end = Math.min(strip.right(), free.right());
                if (end - start >= least) left.add(new Strip(start, end));
            }
        }
        return new Strips(left, least);
    }

    /** Whether the row has cells on both sides of one. */
    boolean divide(List<Line> row) {
        var first = row.getFirst().place().right();
        var last = row.getLast().place().left();
        return all.stream().anyMatch(strip -> strip.left() >= first && strip.right() <= last);
    }

    /** Its cells may be empty at its ends. */
    private static List<Strip> free(List<Line> row) {
        var free = new ArrayList<>(of(row).all());
        free.add(new Strip(Double.NEGATIVE_INFINITY, row.getFirst().place().left()));
        free.add(new Strip(row.getLast().place().right(), Double.POSITIVE_INFINITY));
        return free;
    }
}
