package kb.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts the words that stand in a {@link Grid} into its cells. */
final class GridRows {
    private final Grid grid;
    /** The lines of each cell by row and column. */
    private final TreeMap<Integer, TreeMap<Integer, List<Line>>> cells = new TreeMap<>();

    GridRows(Grid grid) {
        this.grid = grid;
    }

    /** Takes what of the line stands in the grid. Returns the rest, or nothing when that is all of it. */
    Optional<Line> take(Line line) {
        var outside = new ArrayList<Piece>();
        var cell = new ArrayList<Piece>();
        for (var piece : line.pieces()) {
            if (!grid.holds(piece)) {
                outside.add(piece);
                continue;
            }
            if (!cell.isEmpty() && !isOneCell(cell.getLast(), piece)) put(cell);
            cell.add(piece);
        }
        put(cell);
        if (outside.size() == line.pieces().size()) return Optional.of(line);
        return outside.isEmpty() ? Optional.empty() : Optional.of(new Line(outside));
    }

    private boolean isOneCell(Piece one, Piece other) {
        var here = Place.of(one);
        var there = Place.of(other);
        return grid.row(here) == grid.row(there) && grid.column(here) == grid.column(there);
    }

    private void put(List<Piece> cell) {
        if (cell.isEmpty()) return;
        var line = new Line(cell);
        cells.computeIfAbsent(grid.row(line.place()), _ -> new TreeMap<>())
                .computeIfAbsent(grid.column(line.place()), _ -> new ArrayList<>())
                .add(line);
        cell.clear();
    }

    /** Empty when it is no table: of fewer than two rows with several cells each. */
    Optional<Rows> rows() {
        var several = cells.values().stream().filter(row -> row.size() > 1).count();
        if (several < 2 || 2 * several < cells.size()) return Optional.empty();
        return Optional.of(Rows.of(cells.values().stream().map(this::row).toList()));
    }

    private Row row(TreeMap<Integer, List<Line>> filled) {
        var row = new ArrayList<List<Line>>();
        for (int column = 0; column < grid.down().size() - 1; column++) {
            row.add(inOrder(filled.getOrDefault(column, List.of())));
        }
        return new Row(row);
    }

    /** From the top, and what stands at one height, from the left. */
    private static List<Line> inOrder(List<Line> lines) {
        var ordered = new ArrayList<Line>();
        for (var line : lines.stream()
                .sorted(Comparator.comparingDouble(line -> line.place().middle()))
                .toList()) {
            if (!ordered.isEmpty()
                    && line.place().middle() < ordered.getLast().place().bottom() - 0.4 * line.height())
                ordered.add(joined(ordered.removeLast(), line));
            else ordered.add(line);
        }
        return ordered;
    }

    private static Line joined(Line one, Line other) {
        var pieces = new ArrayList<>(one.pieces());
        pieces.addAll(other.pieces());
        pieces.sort(Comparator.comparingDouble(piece -> Place.of(piece).left()));
        return new Line(pieces);
    }
}
