package kb.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The empty strip between two columns of text.
 *
 * @param x where the right column begins
 * @param top where the columns begin, {@code bottom} where they end: above and below stands what spans both
 * @param lines how many there are beside it
 */
record Gutter(double x, double top, double bottom, int lines) {
    private static final int LEAST_LINES = 3;
    /** Of a line's height. */
    private static final double LEAST_WIDTH = 0.75;

    private static final double LEAST_CHARACTERS = 9;

    /** The one with the most lines beside it. */
    static Optional<Gutter> widest(List<Line> lines) {
        var placed = IntStream.range(0, lines.size())
                .boxed()
                .flatMap(row -> Segments.of(lines.get(row)).stream().map(segment -> Placed.of(row, segment)))
                .sorted(Placed.DOWN)
                .toList();
        if (placed.size() < 2 * LEAST_LINES) return Optional.empty();
        var lefts = placed.stream()
                .mapToDouble(segment -> segment.place().left())
                .sorted()
                .toArray();
        return Arrays.stream(lefts)
                .map(Math::rint)
                .distinct()
                .filter(edge -> near(lefts, edge) >= LEAST_LINES)
                .boxed()
                .flatMap(edge -> along(placed, edge).stream())
                .max(Comparator.comparingInt(Gutter::lines).thenComparing(Gutter::x));
    }

    /** Part of a line up to a wide gap, or all of the line that stands on one side. */
    private record Placed(int row, int length, boolean goesOn, Place place, double height) {
        static final Comparator<Placed> DOWN =
                Comparator.comparingDouble(placed -> placed.place().middle());

        static Placed of(int row, Line segment) {
            return new Placed(
                    row, segment.characters(), goesOn(segment.firstText()), segment.place(), segment.height());
        }

        private static boolean goesOn(String text) {
            var type = text.isEmpty() ? Character.UNASSIGNED : Character.getType(text.codePointAt(0));
            return type == Character.LOWERCASE_LETTER || type == Character.OTHER_LETTER;
        }

        Placed with(Placed next) {
            return new Placed(row, length + next.length, goesOn, place.union(next.place), height);
        }
    }

    /** What there is left of the edge, between two lines that span it. */
    private static List<Gutter> along(List<Placed> placed, double edge) {
        var gutters = new ArrayList<Gutter>();
        var spanning = new BitSet();
        for (var one : placed) if (spans(one, edge)) spanning.set(one.row());
        var between = new ArrayList<Placed>();
        for (var one : placed) {
            if (spanning.get(one.row())) {
                between(between, edge).ifPresent(gutters::add);
                between.clear();
            } else {
                between.add(one);
            }
        }
        between(between, edge).ifPresent(gutters::add);
        return gutters;
    }

    /** How many of the places, in order, lie at the edge. */
    private static int near(double[] lefts, double edge) {
        var from = Arrays.binarySearch(lefts, edge - 1.5);
        var near = 0;
        for (int i = from < 0 ? -from - 1 : from; i < lefts.length && lefts[i] < edge + 1.5; i++) {
            if (Math.abs(lefts[i] - edge) < 1.5) near++;
        }
        return near;
    }

    private static boolean spans(Placed one, double edge) {
        return one.place().left() < edge - 1.5 && one.place().right() > edge - LEAST_WIDTH * Math.min(one.height(), 20);
    }

    private static Optional<Gutter> between(List<Placed> lines, double edge) {
        if (!isBetween(lines, edge)) return Optional.empty();
        var left = side(lines.stream().filter(one -> one.place().right() < edge));
        var right = side(lines.stream().filter(one -> one.place().left() > edge - 1.5));
        if (!isProse(left) || !isProse(right)) return Optional.empty();
        var one = around(left);
        var other = around(right);
        var beside = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
        if (beside < (LEAST_LINES - 0.5) * right.getFirst().height()) return Optional.empty();
        var both = one.union(other);
        return Optional.of(new Gutter(edge - 1.5, both.top(), both.bottom(), left.size() + right.size()));
    }

    /** Whether enough stands on both sides at all: at most edges it does not. */
    private static boolean isBetween(List<Placed> lines, double edge) {
        var left = 0;
        var right = 0;
        for (var one : lines) {
            if (one.place().right() < edge) left++;
            if (one.place().left() > edge - 1.5) right++;
        }
        return left >= LEAST_LINES && right >= LEAST_LINES;
    }

    /** Justified words are driven apart: what stands of a line on one side is one. */
    private static List<Placed> side(Stream<Placed> parts) {
        var rows = new LinkedHashMap<Integer, Placed>();
        parts.sorted(Comparator.comparingDouble(part -> part.place().left()))
                .forEach(part -> rows.merge(part.row(), part, Placed::with));
        return List.copyOf(rows.values());
    }

    private static Place around(List<Placed> lines) {
        return lines.stream().map(Placed::place).reduce(Place::union).orElseThrow();
    }

    /** Prose fills its lines and goes on in the next: cells of a table and labels of a form do neither. */
    private static boolean isProse(List<Placed> lines) {
        if (lines.size() < LEAST_LINES) return false;
        var characters = lines.stream().mapToInt(Placed::length).average();
        if (characters.orElse(0) < LEAST_CHARACTERS) return false;
        var widths =
                lines.stream().mapToDouble(one -> one.place().width()).sorted().toArray();
        var fill = widths[widths.length / 2] / widths[widths.length - 1];
        var goOn = lines.stream().filter(Placed::goesOn).count();
        return fill > 0.55 && goOn >= 0.2 * lines.size();
    }
}
