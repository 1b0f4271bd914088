package kb.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lines drawn one below the other. Whatever stands above a run, over the same text, is read before it. */
final class Runs {
    private static final int MOST = 300;
    /** Of the narrower one's width: what overlaps by less stands beside. */
    private static final double OVER = 0.3;
    /** Of a line's height. */
    private static final double FARTHEST = 3;

    private record Run(List<Line> lines, Place place) {}

    private Runs() {}

    static List<Line> sorted(List<Line> drawn) {
        var runs = of(drawn);
        if (runs.size() > MOST || areSorted(runs)) return drawn;
        var sorted = new ArrayList<Line>();
        putOutermostOutside(runs);
        var read = new BitSet();
        while (read.cardinality() < runs.size()) {
            var next = next(runs, read);
            sorted.addAll(runs.get(next).lines());
            read.set(next);
        }
        return sorted;
    }

    /** What stands above all else is read first, even when it stands over a later column; what stands below all else, last. */
    private static void putOutermostOutside(List<Run> runs) {
        var highest = Collections.min(
                runs, Comparator.comparingDouble(run -> run.place().middle()));
        if (others(runs, highest).allMatch(other -> standsAbove(highest, other))) {
            runs.remove(highest);
            runs.addFirst(highest);
        }
        var lowest = Collections.max(
                runs, Comparator.comparingDouble(run -> run.place().middle()));
        if (others(runs, lowest).allMatch(other -> standsAbove(other, lowest))) {
            runs.remove(lowest);
            runs.addLast(lowest);
        }
    }

    private static Stream<Run> others(List<Run> runs, Run one) {
        return runs.stream().filter(run -> run != one);
    }

    private static List<Run> of(List<Line> drawn) {
        var runs = new ArrayList<Run>();
        Line last = null;
        for (var line : drawn) {
            if (last != null && follows(last, line)) {
                var run = runs.removeLast();
                run.lines().add(line);
                runs.add(new Run(run.lines(), run.place().union(line.place())));
            } else {
                runs.add(new Run(new ArrayList<>(List.of(line)), line.place()));
            }
            last = line;
        }
        return runs;
    }

    private static boolean follows(Line last, Line next) {
        if (!last.start().readsLike(next.start())) return false;
        var down = next.place().middle() - last.place().middle();
        return down > 0.3 * next.height()
                && down < FARTHEST * next.height()
                && last.place().shared(next.place()) > 0;
    }

    private static boolean areSorted(List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            for (int j = i + 1; j < runs.size(); j++) if (isBefore(runs.get(j), runs.get(i))) return false;
        }
        return true;
    }

    /** The first drawn of those that nothing unread stands above; of askew ones that stand above one another, the first. */
    private static int next(List<Run> runs, BitSet read) {
        for (int next = read.nextClearBit(0); next < runs.size(); next = read.nextClearBit(next + 1)) {
            if (isFree(runs, read, next)) return next;
        }
        return read.nextClearBit(0);
    }

    private static boolean isFree(List<Run> runs, BitSet read, int candidate) {
        for (int other = read.nextClearBit(0); other < runs.size(); other = read.nextClearBit(other + 1)) {
            if (isBefore(runs.get(other), runs.get(candidate))) return false;
        }
        return true;
    }

    private static boolean isBefore(Run above, Run below) {
        return standsAbove(above, below)
                && above.place().shared(below.place())
                        > OVER * Math.min(above.place().width(), below.place().width());
    }

    private static boolean standsAbove(Run above, Run below) {
        return above.lines()
                        .getFirst()
                        .start()
                        .readsLike(below.lines().getFirst().start())
                && above.place().isAbove(below.place());
    }
}
