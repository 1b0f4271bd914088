package kb.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds tables whose rows alone are divided by rules; what divides their columns is what the rows leave free. */
final class Ledger {
    private static final int LEAST_RULES = 3;
    private static final int LEAST_ROWS = 3;
    private static final double ALIGNED = 3;
    /** Of a line's height. */
    private static final double NARROWEST = 0.15;
    /** Points. */
    private static final double TALLEST = 150;

    private final List<Line> lines;

    private Ledger(List<Line> lines) {
        this.lines = lines;
    }

    static List<Grid> of(Rules rules, List<Line> lines) {
        var ledger = new Ledger(lines);
        return stacks(rules.across()).stream()
                .flatMap(stack -> ledger.grid(stack).stream())
                .toList();
    }

    /** Rules of one length below one another. */
    private static List<List<Place>> stacks(List<Place> across) {
        var stacks = new ArrayList<List<Place>>();
        for (var rule : across.stream()
                .sorted(Comparator.comparingDouble(Place::middle))
                .toList()) {
            stacks.stream()
                    .filter(stack -> goesOn(stack.getLast(), rule))
                    .findFirst()
                    .ifPresentOrElse(stack -> stack.add(rule), () -> stacks.add(new ArrayList<>(List.of(rule))));
        }
        stacks.removeIf(stack -> stack.size() < LEAST_RULES);
        return stacks;
    }

    private static boolean goesOn(Place above, Place below) {
        return Math.abs(above.left() - below.left()) < ALIGNED
                && Math.abs(above.right() - below.right()) < ALIGNED
                && below.middle() - above.middle() < TALLEST;
    }

    private Optional<Grid> grid(List<Place> stack) {
        var first = stack.getFirst();
        var around = stack.stream().reduce(Place::union).orElseThrow();
        var above = beyond(around, -1);
        var below = beyond(around, 1);
        var place = new Place(
                first.left(),
                above.map(Place::top).orElse(around.top()),
                first.right(),
                below.map(Place::bottom).orElse(around.bottom()));
        var across = new ArrayList<Double>();
        if (above.isPresent()) across.add(place.top());
        stack.forEach(rule -> across.add(rule.middle()));
        if (below.isPresent()) across.add(place.bottom());
        var cells = lines.stream()
                .filter(line -> place.left() - ALIGNED < line.place().left()
                        && line.place().right() < place.right() + ALIGNED)
                .filter(line ->
                        place.top() - 1 < line.place().middle() && line.place().middle() < place.bottom() + 1)
                .flatMap(line -> Cells.of(line).stream())
                .toList();
        var parted = cells.stream().flatMap(cell -> parted(cell, cells)).toList();
        var grid = new Grid(place, across, columns(parted, place));
        return grid.down().size() > 2 && isByRow(grid, parted) ? Optional.of(grid) : Optional.empty();
    }

    /** The row above the first rule or below the last, where it has a cell that begins at another place than the rules do. */
    private Optional<Place> beyond(Place around, int down) {
        var edge = down < 0 ? around.top() : around.bottom();
        var near = lines.stream()
                .filter(line -> line.place().left() > around.left() - ALIGNED
                        && line.place().right() < around.right() + ALIGNED)
                .filter(line -> {
                    var distance = down * (line.place().middle() - edge);
                    return distance > 0 && distance < 1.6 * line.height();
                })
                .toList();
        var cells = near.stream().mapToInt(line -> Cells.of(line).size()).sum();
        return cells > 1 ? near.stream().map(Line::place).reduce(Place::union) : Optional.empty();
    }

    /** Before each word that begins where several cells do: the cell before is so long that hardly a gap is left. */
    private static Stream<Line> parted(Line cell, List<Line> cells) {
        var parts = new ArrayList<List<Piece>>(List.of(new ArrayList<>()));
        for (var piece : cell.pieces()) {
            var left = Place.of(piece).left();
            var alike = cells.stream().filter(other -> Math.abs(other.place().left() - left) < 1.5);
            if (!parts.getLast().isEmpty() && alike.limit(LEAST_ROWS).count() == LEAST_ROWS)
                parts.add(new ArrayList<>());
            parts.getLast().add(piece);
        }
        return parts.stream().map(Line::new);
    }

    /** In the middle of what all cells leave free. */
    private static List<Double> columns(List<Line> cells, Place place) {
        var edges = new ArrayList<>(List.of(place.left()));
        var right = Double.NEGATIVE_INFINITY;
        for (var cell : cells.stream()
                .sorted(Comparator.comparingDouble(cell -> cell.place().left()))
                .toList()) {
            var left = cell.place().left();
            if (right > Double.NEGATIVE_INFINITY && left - right > NARROWEST * cell.height())
                edges.add((left + right) / 2);
            right = Math.max(right, cell.place().right());
        }
        edges.add(place.right());
        return edges;
    }

    /** Whether there is one row between two rules: in more than two lines no row begins anew. */
    private static boolean isByRow(Grid grid, List<Line> cells) {
        var rows = grid.across().size() - 1;
        var firsts = new int[rows];
        var others = new int[rows];
        for (var cell : cells) (grid.column(cell.place()) == 0 ? firsts : others)[grid.row(cell.place())]++;
        var filled = 0;
        for (int i = 0; i < rows; i++) {
            if (firsts[i] > 2 && others[i] > 2) return false;
            if (firsts[i] > 0 && others[i] > 0) filled++;
        }
        return filled >= LEAST_ROWS && 3 * filled >= 2 * rows;
    }
}
