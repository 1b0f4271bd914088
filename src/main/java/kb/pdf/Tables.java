package kb.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds tables by what their rows leave free: at least three rows below one another whose cells leave a strip between columns free; two,
 * if they have three cells or more.
 *
 * <p>Lines of a single cell may stand between the rows, such as the name of a group, or a cell that goes on.
 */
final class Tables {
    private static final int LEAST_ROWS = 3;
    private static final int MOST_BETWEEN = 2;
    private static final int MOST_GOING_ON = 12;
    /** Of a line's height. */
    private static final double FARTHEST = 3.5;

    private static final double CLOSE = 1.7;
    private static final double ALIGNED = 2;

    private final List<Line> lines;
    private final List<List<Line>> cells;

    private Tables(List<Line> lines) {
        this.lines = lines;
        this.cells = lines.stream().map(Cells::of).toList();
    }

    static List<Block> among(List<Line> lines) {
        return new Tables(lines).blocks();
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < lines.size(); i++) {
            var after = cells.get(i).size() < 2 ? -1 : after(i);
            if (after < 0) {
                blocks.add(lines.get(i));
            } else {
                blocks.add(Columns.rows(cells.subList(i, after)));
                i = after - 1;
            }
        }
        return blocks;
    }

    /** Where the table ends that begins here, or -1. */
    private int after(int first) {
        var strips = Strips.of(cells.get(first));
        var rows = 1;
        var last = first;
        var end = first;
        for (int i = first + 1; i < lines.size() && follows(lines.get(i - 1), lines.get(i)); i++) {
            if (cells.get(i).size() > 1) {
                strips = strips.leftBy(cells.get(i));
                if (!strips.divide(cells.get(i))) break;
                last = i;
                end = i;
                rows++;
            } else if (end == i - 1 && i - last <= MOST_GOING_ON && goesOn(last, i)) {
                end = i;
            } else if (i - end > MOST_BETWEEN) {
                break;
            }
        }
        var found = cells.subList(first, last + 1);
        var enough = rows >= LEAST_ROWS
                || rows == 2 && cells.get(first).size() > 2 && cells.get(last).size() > 2;
        return enough && !Justified.isText(found) ? end + 1 : -1;
    }

    /** Whether the line stands close below the one before and begins where a cell of the row does, but for the first one. */
    private boolean goesOn(int row, int next) {
        var line = lines.get(next);
        var down = line.place().middle() - lines.get(next - 1).place().middle();
        return down < CLOSE * line.height()
                && cells.get(row).stream()
                        .skip(1)
                        .anyMatch(cell ->
                                Math.abs(cell.place().left() - line.place().left()) < ALIGNED);
    }

    private static boolean follows(Line above, Line below) {
        var down = below.place().middle() - above.place().middle();
        return above.start().readsLike(below.start())
                && down > 0.3 * below.height()
                && down < FARTHEST * Math.max(above.height(), below.height());
    }
}
