package kb.ingest;

import java.nio.file.Path;
import java.util.List;
import kb.pages.Page;

/** Reads the pages of a PDF. */
public interface PdfReader {
    /**
     * @param progress hears the number of pages read so far, and of all pages
     * @return the pages, or why there are none: whatever the file does, it ends in one of the two
     */
    Reading read(Path pdf, Progress progress);

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
        DAMAGED("the file is damaged; export it again, or repair it with a PDF tool"),
        NO_PAGES("the file has no pages; export it again, with at least one"),
        PASSWORD_REQUIRED("the file opens with a password only; save it without one and upload that"),
        UNSUPPORTED_ENCRYPTION("the file's encryption is not supported; save it without encryption and upload that"),
        TOO_MANY_PAGES("the file has more than 5,000 pages; split it"),
        LIMIT_EXCEEDED("reading the file takes more than a document may; split it, or export it again");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }

        /** What a person can do about it. */
        public String advice() {
            return advice;
        }
    }

    @FunctionalInterface
    interface Progress {
        void pages(int done, int all);
    }
}
