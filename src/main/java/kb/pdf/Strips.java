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

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those that this row leaves too, as far as it does, and that it has cells on both sides of. */
    Strips leftBy(List<Line> row) {
        var left = new ArrayList<Strip>();
        for (var strip : all) {
            for (var free : of(row).all()) {
                var start = Math.max(strip.left(), free.left());
                var end = Math.min(strip.right(), free.right());
                if (end - start >= least) left.add(new Strip(start, end));
            }
        }
        return new Strips(left, least);
    }
}
