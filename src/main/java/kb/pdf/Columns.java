package kb.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a table without rules, as its fullest rows show them. */
final class Columns {
    private static final double CLOSE = 1.7;
    private static final double ALIGNED = 1.5;

    private final List<Place> columns;

    private Columns(List<Place> columns) {
        this.columns = columns;
    }

    /** @param found the cells of each line, from left to right */
    static Rows rows(List<List<Line>> found) {
        var columns = of(found);
        var rows = new ArrayList<Row>();
        for (var cells : found) {
            var row = columns.flatMap(known -> known.row(cells)).orElseGet(() -> plain(cells));
            if (!rows.isEmpty() && goesOn(rows.getLast(), row)) rows.add(joined(rows.removeLast(), row));
            else rows.add(row.filled().size() == 1 && !row.cells().getFirst().isEmpty() ? plain(cells) : row);
        }
        return Rows.of(rows);
    }

    private static Row plain(List<Line> cells) {
        return new Row(cells.stream().map(List::of).toList());
    }

    private static Optional<Columns> of(List<List<Line>> found) {
        var most = found.stream().mapToInt(List::size).max().orElseThrow();
        var columns = new ArrayList<Place>();
        found.stream()
                .filter(cells -> cells.size() == most)
                .flatMap(List::stream)
                .map(Line::place)
                .sorted(Comparator.comparingDouble(Place::left))
                .forEach(place -> {
                    if (!columns.isEmpty() && columns.getLast().shared(place) > 0)
                        columns.add(columns.removeLast().union(place));
                    else columns.add(place);
                });
        return columns.size() == most ? Optional.of(new Columns(columns)) : Optional.empty();
    }

    /** Nothing when two cells lie in one column. */
    private Optional<Row> row(List<Line> cells) {
        var row = new ArrayList<List<Line>>();
        for (int i = 0; i < columns.size(); i++) row.add(List.of());
        for (var cell : cells.stream().flatMap(this::cut).toList()) {
            var column = column(cell.place());
            if (!row.get(column).isEmpty()) return Optional.empty();
            row.set(column, List.of(cell));
        }
        return Optional.of(new Row(row));
    }

    /** Before each word that begins or ends where cells of another column do: the cell before is so long that no gap is left. */
    private Stream<Line> cut(Line cell) {
        var parts = new ArrayList<List<Piece>>(List.of(new ArrayList<>()));
        for (var piece : cell.pieces()) {
            if (!parts.getLast().isEmpty() && begins(Place.of(parts.getLast().getFirst()), Place.of(piece)))
                parts.add(new ArrayList<>());
            parts.getLast().add(piece);
        }
        return parts.stream().map(Line::new);
    }

    private boolean begins(Place cell, Place word) {
        return columns.stream()
                .filter(column -> column.left() > cell.left() + ALIGNED)
                .anyMatch(column -> Math.abs(column.left() - word.left()) < ALIGNED
                        || Math.abs(column.right() - word.right()) < ALIGNED && word.left() > column.left() - ALIGNED);
    }

    private int column(Place cell) {
        var best = 0;
        for (int i = 1; i < columns.size(); i++) {
            if (columns.get(i).shared(cell) > columns.get(best).shared(cell)) best = i;
        }
        return best;
    }

    /** Whether it has nothing in the first column and goes on below words of the row before: figures are never divided. */
    private static boolean goesOn(Row row, Row next) {
        if (next.cells().size() != row.cells().size()
                || !next.cells().getFirst().isEmpty()) return false;
        for (int i = 1; i < row.cells().size(); i++) {
            var above = row.cells().get(i);
            var below = next.cells().get(i);
            if (below.isEmpty()) continue;
            if (above.isEmpty() || Headers.isFigure(above) || Headers.isFigure(below)) return false;
            var down =
                    below.getFirst().place().middle() - above.getLast().place().middle();
            if (down > CLOSE * below.getFirst().height()) return false;
        }
        return true;
    }

    private static Row joined(Row row, Row next) {
        var cells = new ArrayList<List<Line>>();
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = new ArrayList<>(row.cells().get(i));
            cell.addAll(next.cells().get(i));
            cells.add(cell);
        }
        return new Row(cells);
    }
}
