package kb.pdf;

import java.util.List;

/** A row of a table. @param cells the lines of each, none of an empty one */
record Row(List<List<Line>> cells) {
    Row {
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** Those that hold something. */
    List<List<Line>> filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).toList();
    }

    List<Line> lines() {
        return cells.stream().flatMap(List::stream).toList();
    }
}
