package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import kb.pages.Page;

/** Is shown every page once, in order, and then knows the document's headings. */
final class HeadingCollector {
    private static final double LARGER = 1.15;
    /** Of a document's words: when so many are bold, bold is no mark of a heading. */
    private static final double SELDOM = 0.4;

    private final List<HeadingCandidate> candidates = new ArrayList<>();
    private final TreeMap<Double, Integer> wordsOfHeight = new TreeMap<>();
    private final AtomicLong words = new AtomicLong();
    private final AtomicLong boldWords = new AtomicLong();

    void see(Page page) {
        candidates.addAll(HeadingCandidate.on(page));
        words.addAndGet(page.words().size());
        var size = TextSize.on(page);
        for (var word : page.words()) wordsOfHeight.merge(size.of(word), 1, Integer::sum);
        for (var bold : page.bold()) boldWords.addAndGet(page.words(bold).size());
    }

    Headings headings(RunningLines running, Listed listed) {
        var usual = usualHeight();
        var boldIsSeldom = boldWords.get() < SELDOM * words.get();
        var sections = new Sections(candidates.stream()
                .filter(candidate -> !running.hold(candidate.page(), candidate.span()))
                .filter(candidate -> listed.hold(candidate) || isHeading(candidate, usual, boldIsSeldom))
                .toList());
        return new Headings(sections.headings());
    }

    private static boolean isHeading(HeadingCandidate candidate, double usual, boolean boldIsSeldom) {
        var numbering = Numbering.of(candidate.text());
        return numbering.isCertain()
                || numbering.depth() == 1 && candidate.before()
                || candidate.height() > LARGER * usual
                || candidate.bold() && boldIsSeldom && candidate.height() > usual / LARGER;
    }

    private double usualHeight() {
        var seen = 0;
        for (var height : wordsOfHeight.entrySet()) {
            seen += height.getValue();
            if (seen > words.get() / 2) return height.getKey();
        }
        return 0;
    }
}
