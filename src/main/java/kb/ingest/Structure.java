package kb.ingest;

import kb.pages.Bookmarks;
import kb.pages.Page;

/** What is known of a document once all its pages were seen. */
record Structure(Headings headings, RunningLines running) {

    /** Is shown every page once, in order. */
    static final class Collector {
        private final HeadingCollector headings = new HeadingCollector();
        private final RunningCollector running = new RunningCollector();

        void see(Page page) {
            headings.see(page);
            running.see(page);
        }

        Structure structure(Listed listed) {
            var lines = running.lines();
            return new Structure(headings.headings(lines, listed), lines);
        }
    }

    /** Of a file that lists no contents. */
    static Structure of(Iterable<Page> pages) {
        return of(pages, Bookmarks.NONE);
    }

    static Structure of(Iterable<Page> pages, Bookmarks bookmarks) {
        var collector = new Collector();
        for (var page : pages) collector.see(page);
        return collector.structure(Listed.of(bookmarks));
    }
}
