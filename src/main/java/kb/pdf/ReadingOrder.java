package kb.pdf;

import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which a reader takes the lines of a page.
 *
 * <p>Most programs draw text as it is read, and know better than any geometry what belongs together. So the order of drawing stays
 * unless the page plainly contradicts it: columns that are drawn by turns, or text that stands above what is drawn before it.
 */
final class ReadingOrder {
    private static final int TURNS = 3;
    private static final int MOST_LINES = 1_500;
    private static final Comparator<Line> DOWN =
            Comparator.comparingDouble(line -> line.place().middle());

    private ReadingOrder() {}

    static List<Line> of(List<Line> drawn) {
        if (drawn.size() < TURNS || drawn.size() > MOST_LINES) return drawn;
        var main = mainDirection(drawn);
        var upright =
                drawn.stream().filter(line -> line.start().readsLike(main)).toList();
        var columns = byColumns(upright);
        if (columns.equals(upright)) return Runs.sorted(drawn);
        var turned = drawn.stream().filter(line -> !line.start().readsLike(main));
        return Runs.sorted(Stream.concat(columns.stream(), turned).toList());
    }

    /** That of most lines. @param lines at least one */
    static Glyph mainDirection(List<Line> lines) {
        var first = lines.getFirst().start();
        var alike = lines.stream().filter(line -> line.start().readsLike(first)).count();
        if (2 * alike >= lines.size()) return first;
        return lines.stream()
                .map(Line::start)
                .max(Comparator.comparingLong(start -> lines.stream()
                        .filter(line -> line.start().readsLike(start))
                        .count()))
                .orElse(first);
    }

    /** As they were, but for columns that are drawn by turns. */
    private static List<Line> byColumns(List<Line> lines) {
        if (!mayTakeTurns(lines)) return lines;
        var found = Gutter.widest(lines);
        if (found.isEmpty()) return lines;
        var gutter = found.get();
        var above = new ArrayList<Line>();
        var beside = new ArrayList<Line>();
        var below = new ArrayList<Line>();
        for (var line : lines) {
            var middle = line.place().middle();
            (middle < gutter.top() ? above : middle > gutter.bottom() ? below : beside).add(line);
        }
        return Stream.of(byColumns(above), beside(beside, gutter), byColumns(below))
                .flatMap(List::stream)
                .toList();
    }

    /** Where the columns are drawn one after the other they stay so: only lines that run across both are cut. */
    private static List<Line> beside(List<Line> lines, Gutter gutter) {
        var parts = lines.stream()
                .flatMap(line -> Segments.cut(line, gutter.x()).stream())
                .toList();
        if (turns(parts, gutter) < TURNS) return parts.size() == lines.size() ? lines : parts;
        var sides = parts.stream().sorted(DOWN).collect(partitioningBy(part -> isLeft(part, gutter)));
        return Stream.of(sides.get(true), sides.get(false))
                .flatMap(side -> byColumns(side).stream())
                .toList();
    }

    private static int turns(List<Line> parts, Gutter gutter) {
        var turns = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (isLeft(parts.get(i - 1), gutter) != isLeft(parts.get(i), gutter)) turns++;
        }
        return turns;
    }

    private static boolean isLeft(Line line, Gutter gutter) {
        return line.place().left() < gutter.x();
    }

    /** Whether some lines hold wide gaps, or do not stand below the one drawn before. */
    private static boolean mayTakeTurns(List<Line> lines) {
        var signs = 0;
        for (int i = 0; i < lines.size() && signs < TURNS; i++) {
            if (i > 0 && !isBelow(lines.get(i).place(), lines.get(i - 1).place())) signs++;
            else if (Segments.of(lines.get(i)).size() > 1) signs++;
        }
        return signs == TURNS;
    }

    private static boolean isBelow(Place next, Place last) {
        return next.shared(last) > 0 && next.middle() > last.middle() + 0.3 * next.height();
    }
}
