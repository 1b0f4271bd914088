package kb.ingest;

import java.util.List;
import kb.pages.Page;

/** Reads the pages of a PDF. */
public interface PdfReader {
    /**
     * @param progress hears the number of pages read so far, and of all pages
     * @return the pages, or why there are none: whatever the file does, it ends in one of the two
     */
    Reading read(byte[] pdf, Progress progress);

    sealed interface Reading {
        record Pages(List<Page> pages) implements Reading {
            public Pages {
                pages = List.copyOf(pages);
            }
        }

        record Unreadable(Reason reason) implements Reading {}
    }

    /** Why a PDF can't be read; the lower-case name is the document's error code. */
    enum Reason {
        DAMAGED,
        NO_PAGES,
        PASSWORD_REQUIRED,
        UNSUPPORTED_ENCRYPTION,
        TOO_MANY_PAGES,
        LIMIT_EXCEEDED
    }

    @FunctionalInterface
    interface Progress {
        void pages(int done, int all);
    }
}
