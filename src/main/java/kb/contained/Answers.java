package kb.contained;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kb.ingest.PdfReader.Reading;
import kb.ingest.PdfReader.Reason;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Page;
import kb.pdf.PdfBoxReader;

/** What a child says of one document, believed only where it can be so. */
final class Answers {
    private final int first;
    private final AtomicInteger next;
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicLong said = new AtomicLong();

    sealed interface Answer {
        record Given(Page page) implements Answer {}

        record Known(About about) implements Answer {}

        record Listed(Bookmarks bookmarks) implements Answer {}

        record Over(Reading reading) implements Answer {}

        /** The child is not there any more. */
        record Gone() implements Answer {}
    }

    Answers(int first) {
        this.first = first;
        this.next = new AtomicInteger(first);
    }

    /** How many pages the document has; 0 as long as it was not said. */
    int all() {
        return all.get();
    }

    /** The number of the first page that was not given yet. */
    int next() {
        return next.get();
    }

    Answer understood(Frame frame) {
        try {
            return switch (frame.kind()) {
                case PAGE -> new Answer.Given(page(frame));
                case ABOUT -> new Answer.Known(AboutBytes.read(frame.payload()));
                case BOOKMARKS -> new Answer.Listed(BookmarkBytes.read(frame.payload()));
                case COMPLETE -> new Answer.Over(new Reading.Complete(complete(frame.number())));
                case UNREADABLE -> new Answer.Over(new Reading.Unreadable(frame.reason()));
                case ENDED -> new Answer.Gone();
                case BEGUN, PICTURE, GARBLED -> throw new Garbled("no answer");
            };
        } catch (Garbled noneOfOurs) {
            return new Answer.Over(new Reading.Unreadable(Reason.PARSER_CRASHED));
        }
    }

    private Page page(Frame frame) {
        var length = frame.length();
        if (length < Integer.BYTES) throw new Garbled("less than a page");
        var pages = frame.payload().getInt();
        all.compareAndSet(0, pages);
        if (pages != all.get() || pages > PdfBoxReader.MOST_PAGES) throw new Garbled("another count of pages");
        if (said.addAndGet(length) > Frame.longestReading(pages)) throw new Garbled("too much");
        var page = PageBytes.read(frame.payload());
        if (page.number() != next.getAndIncrement() || page.number() > pages) throw new Garbled("another page");
        return page;
    }

    private int complete(int pages) {
        var last = next.get() - 1;
        var fits = last < first ? pages > 0 && pages <= last : pages == all.get() && pages == last;
        if (!fits) throw new Garbled("another end");
        return pages;
    }
}
