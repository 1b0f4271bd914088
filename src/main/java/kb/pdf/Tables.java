package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables among a page's lines: at least three rows below one another whose cells leave a strip between columns free; two, if
 * they have three cells or more.
 *
 * <p>Lines of a single cell may stand between the rows, such as the name of a group.
 */
record Tables(List<Rows> all) {
    private static final int LEAST_ROWS = 3;
    private static final int MOST_BETWEEN = 2;
    /** Of a line's height. */
    private static final double FARTHEST = 3.5;

    /** @param first index of its first line @param after index of the line after its last @param headers how many name its columns */
    record Rows(int first, int after, int headers) {}

    static Tables of(List<Line> lines) {
        var cells = lines.stream().map(Cells::of).toList();
        var tables = new ArrayList<Rows>();
        for (int i = 0; i < lines.size(); i++) {
            if (cells.get(i).size() < 2) continue;
            var after = after(lines, cells, i);
            if (after < 0) continue;
            tables.add(new Rows(i, after, Headers.count(cells.subList(i, after))));
            i = after - 1;
        }
        return new Tables(tables);
    }

    Optional<Rows> holding(int line) {
        for (var rows : all) if (rows.first() <= line && line < rows.after()) return Optional.of(rows);
        return Optional.empty();
    }

    /** Where the table ends that begins here, or -1. */
    private static int after(List<Line> lines, List<List<Line>> cells, int first) {
        var strips = Strips.of(cells.get(first));
        var rows = 1;
        var last = first;
        for (int i = first + 1; i < lines.size() && i - last <= MOST_BETWEEN + 1; i++) {
            if (!follows(lines.get(i - 1), lines.get(i))) break;
            if (cells.get(i).size() < 2) continue;
            strips = strips.leftBy(cells.get(i));
            if (strips.isEmpty()) break;
            last = i;
            rows++;
        }
        var found = cells.subList(first, last + 1);
        var enough = rows >= LEAST_ROWS
                || rows == 2 && cells.get(first).size() > 2 && cells.get(last).size() > 2;
        return enough && !Justified.isText(found) ? last + 1 : -1;
    }

    private static boolean follows(Line above, Line below) {
        var down = below.place().middle() - above.place().middle();
        return above.start().readsLike(below.start())
                && down > 0.3 * below.height()
                && down < FARTHEST * Math.max(above.height(), below.height());
    }
}
