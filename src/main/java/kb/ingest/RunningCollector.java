package kb.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.pages.Page;
import kb.pages.Span;

/** Is shown every page once and then knows which lines at the pages' edges are the same but for their numbers. */
final class RunningCollector {
    private static final int MOST_A_EDGE = 4;
    private static final int OFTEN = 3;
    /** Of a page's height. */
    private static final double EDGE = 0.12;

    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Integer> pagesWith = new HashMap<>();
    private final List<Integer> pages = new ArrayList<>();

    /** Lines at the top or bottom of a page, the outermost first. @param alone whether the page has no others */
    private record Edge(int page, List<PageLine> lines, boolean alone) {}

    void see(Page page) {
        pages.add(page.number());
        var lines = PageLine.of(page);
        var head = lines.stream()
                .filter(line -> line.bottom() < EDGE * page.height())
                .sorted(Comparator.comparingDouble(PageLine::bottom));
        var foot = lines.stream()
                .filter(line -> line.top() > (1 - EDGE) * page.height())
                .sorted(Comparator.comparingDouble(PageLine::top).reversed());
        note(page, lines, head.limit(MOST_A_EDGE).toList());
        note(page, lines, foot.limit(MOST_A_EDGE).toList());
        lines.stream()
                .max(Comparator.comparingDouble(PageLine::top))
                .flatMap(lowest -> lowest.asPageNumber(page))
                .ifPresent(number -> note(page, lines, List.of(number)));
    }

    private void note(Page page, List<PageLine> all, List<PageLine> outermost) {
        var edge = new Edge(page.number(), outermost, outermost.size() == all.size());
        edges.add(edge);
        edge.lines().stream()
                .map(PageLine::likeness)
                .distinct()
                .forEach(like -> pagesWith.merge(like, 1, Integer::sum));
    }

    RunningLines lines() {
        var running = new HashMap<Integer, List<Span>>();
        for (var edge : edges) {
            for (var line : edge.lines()) {
                if (!isRunning(line) || edge.alone() && line.says()) break;
                running.computeIfAbsent(edge.page(), _ -> new ArrayList<>()).add(line.span());
            }
        }
        running.replaceAll((_, spans) -> inOrder(spans));
        return new RunningLines(running);
    }

    private static List<Span> inOrder(List<Span> spans) {
        return spans.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    /** Three pages are enough, because heads change with the chapter; of a short document, all but one. */
    private boolean isRunning(PageLine line) {
        return pagesWith.get(line.likeness()) >= Math.clamp(pages.size() - 1, 2, OFTEN);
    }
}
