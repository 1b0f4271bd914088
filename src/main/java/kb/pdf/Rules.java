package kb.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The straight thin lines on a page, as text of one direction sees them, each as long as it is drawn in all. */
record Rules(List<Place> across, List<Place> down) {
    static final Rules NONE = new Rules(List.of(), List.of());

    private static final int MOST = 4_000;
    private static final double SHORTEST = 4;
    /** Points: what lies no farther apart is one line to the eye. */
    private static final double NEAR = 2.5;

    static Rules of(List<Paint> paints, Glyph reading) {
        var across = new ArrayList<Place>();
        var down = new ArrayList<Place>();
        for (var paint : paints) {
            if (!isLine(paint)) continue;
            var place = Place.of(paint.bounds().createIntersection(paint.clip().bounds()), reading);
            if (place.width() > SHORTEST && place.height() >= 0) across.add(place);
            else if (place.height() > SHORTEST && place.width() >= 0) down.add(place);
        }
        if (across.size() + down.size() > MOST) return NONE;
        return new Rules(
                merged(across),
                merged(down.stream().map(Place::turned).toList()).stream()
                        .map(Place::turned)
                        .toList());
    }

    private static boolean isLine(Paint paint) {
        return (paint.kind() == Paint.Kind.FILL || paint.kind() == Paint.Kind.STROKE)
                && paint.isRule()
                && !paint.ink().looksLike(Ink.WHITE);
    }

    /** Lines at one height that touch become one. */
    private static List<Place> merged(List<Place> lines) {
        var sorted = lines.stream()
                .sorted(Comparator.comparingDouble(Place::middle).thenComparing(Place::left))
                .toList();
        var merged = new ArrayList<Place>();
        var level = new ArrayList<Place>();
        for (var line : sorted) {
            if (!level.isEmpty() && line.middle() - level.getLast().middle() > NEAR) {
                merged.addAll(joined(level));
                level.clear();
            }
            level.add(line);
        }
        merged.addAll(joined(level));
        return merged;
    }

    private static List<Place> joined(List<Place> level) {
        var joined = new ArrayList<Place>();
        for (var line :
                level.stream().sorted(Comparator.comparingDouble(Place::left)).toList()) {
            if (!joined.isEmpty() && line.left() - joined.getLast().right() < NEAR)
                joined.add(joined.removeLast().union(line));
            else joined.add(line);
        }
        return joined;
    }
}
