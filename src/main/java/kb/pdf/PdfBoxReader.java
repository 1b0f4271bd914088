package kb.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kb.ingest.PdfReader;
import kb.pages.Bookmarks;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** Reads PDFs with PDFBox. A page that cannot be read is empty; a document is refused only when no page can. */
public final class PdfBoxReader implements PdfReader {
    public static final int MOST_PAGES = 5_000;

    /** From so many pages on a second thread is worth its beginning. */
    public static final int LONG = 40;

    private static final long MOST_IN_MEMORY = 16_000_000;

    static {
        FontMappers.set(new NoSystemFonts());
    }

    private final GlyphList glyphNames = glyphNames();
    private final int threads;

    /** Reads long documents in as many threads as there are processors, up to two. */
    public PdfBoxReader() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** @param threads for a long document; more than two make no difference */
    public PdfBoxReader(int threads) {
        this.threads = threads;
    }

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        try (var reader = reader(pdf)) {
            var sources = reader.sources();
            pages.about(Imprint.of(reader.document(), sources.size()));
            if (first == 1) tell(BookmarkReader.of(reader.document(), sources), pages);
            read(pdf, reader, new Delivery(first, sources.size(), pages));
            return new Reading.Complete(sources.size());
        } catch (Refused refused) {
            return new Reading.Unreadable(refused.reason());
        }
    }

    /** The first page by one thread in any case: whoever hears of it knows then that the document is a long one. */
    private void read(Path pdf, PageReader reader, Delivery delivery) {
        var alone = threads == 1 || delivery.count() < LONG ? delivery.last() : delivery.first();
        for (int number = delivery.first(); number <= alone; number++)
            delivery.take(reader.read(number, delivery.budget(number)));
        if (alone < delivery.last()) {
            try (var turns = new ByTurns(reader, () -> reader(pdf))) {
                turns.read(alone + 1, delivery);
            }
        }
        delivery.end();
    }

    private PageReader reader(Path pdf) {
        var document = open(pdf);
        try {
            return new PageReader(document, glyphNames);
        } catch (Refused refused) {
            PageReader.close(document);
            throw refused;
        }
    }

    private static void tell(Bookmarks bookmarks, Pages pages) {
        if (!bookmarks.equals(Bookmarks.NONE)) pages.bookmarks(bookmarks);
    }

    static PDDocument open(Path pdf) {
        return attempt(() -> Loader.loadPDF(bytes(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache()));
    }

    /** In memory where that is cheap: reading from the file takes a quarter more time. */
    private static RandomAccessRead bytes(Path pdf) throws IOException {
        return Files.size(pdf) <= MOST_IN_MEMORY
                ? new RandomAccessReadBuffer(Files.readAllBytes(pdf))
                : new RandomAccessReadBufferedFile(pdf);
    }

    /** The boundary: PDFBox meets hostile bytes in here, and whatever it throws at them becomes a reason. */
    static <T> T attempt(Step<T> step) {
        try {
            return step.run();
        } catch (Refused refused) {
            throw refused;
        } catch (InvalidPasswordException locked) {
            throw new Refused(Reason.PASSWORD_REQUIRED);
        } catch (IOException | RuntimeException damaged) {
            throw new Refused(Reason.DAMAGED);
        } catch (LinkageError noBouncyCastle) {
            throw new Refused(Reason.UNSUPPORTED_ENCRYPTION);
        } catch (OutOfMemoryError | StackOverflowError bomb) {
            throw new Refused(Reason.LIMIT_EXCEEDED);
        }
    }

    /** Adobe's names and the further ones that PDFBox knows from the wild. */
    private static GlyphList glyphNames() {
        try (var further =
                GlyphList.class.getResourceAsStream("/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
            return new GlyphList(GlyphList.getAdobeGlyphList(), further);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
