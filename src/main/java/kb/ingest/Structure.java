package kb.ingest;

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

        Structure structure() {
            var lines = running.lines();
            return new Structure(headings.headings(lines), lines);
        }
    }

    static Structure of(Iterable<Page> pages) {
        var collector = new Collector();
        for (var page : pages) collector.see(page);
        return collector.structure();
    }
}
