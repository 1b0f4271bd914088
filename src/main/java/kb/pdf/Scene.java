package kb.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was painted on a page, in order: text aside. */
final class Scene {
    /** A page of a map has as many; what comes after them may be anything. */
    private static final int MOST_PAINTS = 20_000;

    private static final int MOST_CORNERS = 200_000;
    private static final int LARGE = 100;
    private static final int CELLS_ACROSS = 40;
    private static final double LEAST_CELL = 24;

    private final PageFrame frame;
    private final Budget budget;
    private final double cell;
    private final AtomicInteger corners = new AtomicInteger();
    private final AtomicInteger missed = new AtomicInteger();
    private final List<Paint> paints = new ArrayList<>();
    private final List<Paint> large = new ArrayList<>();
    private final List<List<Paint>> cells =
            new ArrayList<>(Collections.nCopies((CELLS_ACROSS + 1) * (CELLS_ACROSS + 1), List.of()));

    Scene(PageFrame frame, Budget budget) {
        this.frame = frame;
        this.budget = budget;
        this.cell = Math.max(LEAST_CELL, Math.max(frame.width(), frame.height()) / CELLS_ACROSS);
    }

    /** All of them, in the order they were painted. */
    List<Paint> paints() {
        return paints;
    }

    /** Whether a path of so many corners is kept as it is; of one that isn't, the bounds are. */
    boolean keeps(int more) {
        return corners.addAndGet(more) <= MOST_CORNERS;
    }

    int pictures() {
        return (int) paints.stream()
                .filter(paint -> paint.kind() == Paint.Kind.IMAGE)
                .count();
    }

    /** One of its pictures can't be read. */
    void miss() {
        missed.incrementAndGet();
    }

    boolean misses() {
        return missed.get() > 0;
    }

    int size() {
        return paints.size();
    }

    void add(Paint paint) {
        if (paints.size() == MOST_PAINTS) place(anything());
        if (paints.size() < MOST_PAINTS) place(paint);
    }

    private Paint anything() {
        var page = Clip.of(frame);
        return new Paint(paints.size(), Paint.Kind.OTHER, page.shape(), page.bounds(), false, page, Ink.UNKNOWN, false);
    }

    private void place(Paint paint) {
        paints.add(paint);
        var bounds = paint.bounds().createIntersection(paint.clip().bounds());
        if (bounds.getWidth() < 0 || bounds.getHeight() < 0) return;
        var columns = column(bounds.getMaxX()) - column(bounds.getMinX()) + 1;
        var rows = column(bounds.getMaxY()) - column(bounds.getMinY()) + 1;
        if (columns * rows > LARGE) large.add(paint);
        else fill(bounds, paint);
    }

    private void fill(Rectangle2D bounds, Paint paint) {
        for (int row = column(bounds.getMinY()); row <= column(bounds.getMaxY()); row++) {
            for (int column = column(bounds.getMinX()); column <= column(bounds.getMaxX()); column++) {
                if (cells.get(key(column, row)).isEmpty()) cells.set(key(column, row), new ArrayList<>());
                cells.get(key(column, row)).add(paint);
            }
        }
    }

    private int column(double place) {
        return (int) Math.clamp(place / cell, 0, CELLS_ACROSS);
    }

    private static int key(int column, int row) {
        return row * (CELLS_ACROSS + 1) + column;
    }

    private List<Paint> near(double x, double y) {
        return cells.get(key(column(x), column(y)));
    }

    /** The last painted of those that can be there and came before. */
    Optional<Paint> top(double x, double y, int before) {
        if (before == 0) return Optional.empty();
        var small = top(near(x, y), x, y, before);
        var wide = top(large, x, y, before);
        if (small.isEmpty() || wide.isEmpty()) return small.or(() -> wide);
        return small.get().order() > wide.get().order() ? small : wide;
    }

    private Optional<Paint> top(List<Paint> among, double x, double y, int before) {
        for (int i = among.size() - 1; i >= 0; i--) {
            var paint = among.get(i);
            if (paint.order() < before && budget.look() && paint.reaches(x, y)) return Optional.of(paint);
        }
        return Optional.empty();
    }

    /** Whether something painted later hides the point. @param from the order of the first that counts */
    boolean covers(double x, double y, int from, Predicate<Paint> wanted) {
        return covers(near(x, y), x, y, from, wanted) || covers(large, x, y, from, wanted);
    }

    private boolean covers(List<Paint> among, double x, double y, int from, Predicate<Paint> wanted) {
        for (int i = among.size() - 1; i >= 0 && among.get(i).order() >= from; i--) {
            if (budget.look() && wanted.test(among.get(i)) && among.get(i).hides(x, y)) return true;
        }
        return false;
    }

    boolean hasPicture(double x, double y) {
        return Stream.concat(large.stream(), near(x, y).stream())
                .anyMatch(paint -> paint.kind() == Paint.Kind.IMAGE && budget.look() && paint.reaches(x, y));
    }
}
