package kb.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import kb.pages.Page;
import kb.pages.PageCoverage;

/** Pages that somebody walks through, and what is noted of each on the way. */
final class CoverageCollector implements Iterable<Page> {
    private final Iterable<Page> pages;
    private final Map<Integer, PageCoverage> seen = new TreeMap<>();

    CoverageCollector(Iterable<Page> pages) {
        this.pages = pages;
    }

    @Override
    public Iterator<Page> iterator() {
        return StreamSupport.stream(pages.spliterator(), false)
                .peek(page -> seen.put(page.number(), PageCoverage.of(page)))
                .iterator();
    }

    /** Of the pages walked through so far, in order. */
    List<PageCoverage> coverage() {
        return List.copyOf(seen.values());
    }
}
