package kb.contained;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kb.ingest.PdfReader;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Page;
import kb.pdf.RecognisedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads PDFs as a {@link ContainedReader} does, and has the letters recognised of pages that show something and have no
 * text.
 *
 * <p>When that fails the page stays without text and no document fails for it. After three pages in a row it is not tried on the rest
 * of the document.
 */
public final class RecognisingReader implements PdfReader {
    private static final Logger LOG = LoggerFactory.getLogger(RecognisingReader.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_FAILURES = 3;

    private final ContainedReader reader;
    private final OcrProgram program;

    /** @param command Tesseract, or what is called like it, and what it is told first */
    public RecognisingReader(ContainedReader reader, List<String> command) {
        this(reader, new OcrProgram(command, LONGEST));
    }

    RecognisingReader(ContainedReader reader, OcrProgram program) {
        this.reader = reader;
        this.program = program;
    }

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        var failures = new AtomicInteger();
        return reader.read(pdf, first, new Pages() {
            @Override
            public void about(About about) {
                pages.about(about);
            }

            @Override
            public void bookmarks(Bookmarks bookmarks) {
                pages.bookmarks(bookmarks);
            }

            @Override
            public void take(Page page, int all) {
                pages.take(recognised(pdf, page, failures), all);
            }
        });
    }

    private Page recognised(Path pdf, Page page, AtomicInteger failures) {
        var coverage = page.coverage();
        if (!coverage.lacksText() || coverage.unreadable() || failures.get() == MOST_FAILURES) return page;
        var found = found(pdf, page.number());
        if (found.isEmpty()) {
            failures.incrementAndGet();
            LOG.warn(
                    "the letters of a page could not be recognised with {}",
                    program.command().getFirst());
            return page;
        }
        failures.set(0);
        return RecognisedText.on(page, found.get());
    }

    private Optional<String> found(Path pdf, int page) {
        try {
            var folder = OwnFolder.make();
            try {
                var picture = folder.path().resolve("page.pgm");
                return reader.scan(pdf, page, picture) ? program.read(folder, picture) : Optional.empty();
            } finally {
                folder.delete();
            }
        } catch (IOException noSpace) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        }
    }
}
