package kb.ingest;

import java.nio.file.Path;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Page;

/** Reads the pages of a PDF. */
public interface PdfReader {
    /**
     * @param first the number of the first page that is wanted, from 1 on: those before it were read already
     * @param pages is given each page as it is read, in order; what it throws ends the reading
     * @return that all were given, or why not: whatever the file does, it ends in one of the two
     * @throws Down when it is not the file's doing
     */
    Reading read(Path pdf, int first, Pages pages);

    sealed interface Reading {
        /** @param pages how many the file has */
        record Complete(int pages) implements Reading {}

        record Unreadable(Reason reason) implements Reading {}
    }

    /** Why a PDF can't be read; the lower-case name is the document's error code. */
    enum Reason {
        DAMAGED("the file is damaged; export it again, or repair it with a PDF tool"),
        NO_PAGES("the file has no pages; export it again, with at least one"),
        PASSWORD_REQUIRED("the file opens with a password only; save it without one and upload that"),
        UNSUPPORTED_ENCRYPTION("the file's encryption is not supported; save it without encryption and upload that"),
        TOO_MANY_PAGES("the file has more than 5,000 pages; split it"),
        LIMIT_EXCEEDED("reading the file takes more than a document may; split it, or export it again"),
        PARSE_TIMEOUT("reading the file takes longer than a document may; split it, or export it again"),
        PARSER_CRASHED("reading the file ended abruptly; export it again, or repair it with a PDF tool");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }

        /** What a person can do about it. */
        public String advice() {
            return advice;
        }
    }

    /** The reader could not work: nobody's mistake, worth trying again. */
    final class Down extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Down(String why, Throwable cause) {
            super("the PDF reader " + why, cause);
        }
    }

    @FunctionalInterface
    interface Pages {
        /** @param all how many pages the file has */
        void take(Page page, int all);

        /** What the file says of itself: given before the pages. */
        default void about(About about) {}

        /** What the file lists as its contents, where it does: given before its first page. */
        default void bookmarks(Bookmarks bookmarks) {}
    }
}
