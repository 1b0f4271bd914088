package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kb.pages.Page;
import kb.pages.Span;

/** The heads, feet and page numbers of a document, by page: they stand on the page and in no chunk. */
record RunningLines(Map<Integer, List<Span>> byPage) {
    RunningLines {
        byPage = Map.copyOf(byPage);
    }

    boolean hold(int page, Span span) {
        return byPage.getOrDefault(page, List.of()).stream().anyMatch(span::overlaps);
    }

    /** What there is of the page's text between them. */
    List<Span> bodies(Page page) {
        var bodies = new ArrayList<Span>();
        var start = 0;
        for (var running : byPage.getOrDefault(page.number(), List.of())) {
            if (running.start() > start) bodies.add(new Span(start, running.start()));
            start = running.end();
        }
        if (start < page.text().length()) bodies.add(new Span(start, page.text().length()));
        return bodies;
    }
}
