package kb.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Rules that enclose the cells of a table.
 *
 * @param across where its rows begin and the last one ends, {@code down} likewise its columns
 */
record Grid(Place place, List<Double> across, List<Double> down) {
    private static final double NEAR = 3;

    /** Those of at least two columns and two rows. */
    static List<Grid> of(Rules rules) {
        var grids = new ArrayList<Grid>();
        var left = new ArrayList<>(rules.down());
        while (!left.isEmpty()) {
            var grid = around(left, rules.across());
            if (grid.down().size() > 2 && grid.across().size() > 2) grids.add(grid);
        }
        return grids;
    }

    boolean holds(Piece piece) {
        var at = Place.of(piece);
        return place.left() < at.center()
                && at.center() < place.right()
                && place.top() < at.middle()
                && at.middle() < place.bottom();
    }

    int row(Place at) {
        return index(across, at.middle());
    }

    int column(Place at) {
        return index(down, at.center());
    }

    private static int index(List<Double> edges, double at) {
        var index = 0;
        while (index < edges.size() - 2 && edges.get(index + 1) < at) index++;
        return index;
    }

    /** Takes the first of those that run down, and all that hang together with it. */
    private static Grid around(List<Place> left, List<Place> across) {
        var down = new ArrayList<>(List.of(left.removeFirst()));
        var crossing = new ArrayList<Place>();
        for (int i = 0; i < down.size(); i++) {
            var line = down.get(i);
            for (var other : across) {
                if (!touch(line, other) || crossing.contains(other)) continue;
                crossing.add(other);
                var met = left.stream().filter(one -> touch(one, other)).toList();
                down.addAll(met);
                left.removeAll(met);
            }
        }
        var all = Stream.concat(down.stream(), crossing.stream())
                .reduce(Place::union)
                .orElseThrow();
        return new Grid(
                all,
                edges(crossing.stream().mapToDouble(Place::middle), all.top(), all.bottom()),
                edges(down.stream().mapToDouble(Place::center), all.left(), all.right()));
    }

    private static boolean touch(Place down, Place across) {
        return down.center() > across.left() - NEAR
                && down.center() < across.right() + NEAR
                && across.middle() > down.top() - NEAR
                && across.middle() < down.bottom() + NEAR;
    }

    private static List<Double> edges(DoubleStream lines, double first, double last) {
        var edges = new ArrayList<Double>();
        DoubleStream.concat(lines, DoubleStream.of(first, last)).sorted().forEach(line -> {
            if (edges.isEmpty() || line - edges.getLast() > NEAR) edges.add(line);
        });
        return edges;
    }
}
