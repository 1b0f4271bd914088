package kb.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts what some programs draw apart from its line to the beginning of that line: the mark of a list's item, and a paragraph's large
 * initial.
 */
final class Attachments {
    private static final int MOST = 500;
    /** Of a line's height: an item hangs no farther from its mark. */
    private static final double FARTHEST = 3.5;

    private static final Pattern MARK = Pattern.compile("[•▪◦‣●■○–—-]|\\(?(\\d{1,2}|\\p{L}|[ivx]{1,4})[.)]");

    private Attachments() {}

    static List<Line> attached(List<Line> drawn) {
        var apart = drawn.stream().filter(Attachments::isApart).toList();
        if (apart.isEmpty() || apart.size() > MOST)
            return drawn.stream().map(Initials::joined).toList();
        var of = new HashMap<Line, Line>();
        var gone = new HashSet<Line>();
        for (var mark : apart) {
            target(mark, drawn, of.keySet()).ifPresent(line -> {
                of.put(line, mark);
                gone.add(mark);
            });
        }
        return drawn.stream()
                .filter(line -> !gone.contains(line))
                .map(line -> Initials.joined(of.containsKey(line) ? joined(of.get(line), line) : line))
                .toList();
    }

    private static boolean isApart(Line line) {
        return line.pieces().size() == 1 && (MARK.matcher(line.text()).matches() || Initials.isLetter(line.text()));
    }

    /** The nearest line that begins to the right of it, at its height. */
    private static Optional<Line> target(Line mark, List<Line> lines, Set<Line> taken) {
        var initial = Initials.isLetter(mark.text());
        return lines.stream()
                .filter(line ->
                        line != mark && !taken.contains(line) && line.start().readsLike(mark.start()))
                .filter(line -> initial ? Initials.begins(mark, line) : marks(mark.place(), line))
                .min(
                        initial
                                ? Comparator.comparingDouble(
                                        line -> line.place().top())
                                : Comparator.comparingDouble(
                                        line -> line.place().left()));
    }

    private static boolean marks(Place mark, Line line) {
        var gap = line.place().left() - mark.right();
        var beside = Math.min(mark.bottom(), line.place().bottom())
                - Math.max(mark.top(), line.place().top());
        return gap > -0.1 * line.height()
                && gap < FARTHEST * line.height()
                && beside > 0.5 * Math.min(mark.height(), line.height());
    }

    private static Line joined(Line mark, Line line) {
        var pieces = new ArrayList<>(mark.pieces());
        pieces.addAll(line.pieces());
        return new Line(pieces);
    }
}
