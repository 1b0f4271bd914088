package kb.rehearsal;

import java.nio.file.Path;
import kb.ingest.PdfReader;

/** Has the files with a mark in them read by somebody who really reads, and the others by somebody who is quicker. */
record ReadAsItIs(PdfReader really, PdfReader quickly) implements PdfReader {
    static final String MARK = "as it is ";

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        return (PrintedPage.text(pdf).contains(MARK) ? really : quickly).read(pdf, first, pages);
    }
}
