package kb.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kb.ingest.PdfReader;
import kb.pages.Bookmarks;
import kb.pages.Coverage;
import kb.pages.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** Reads PDFs with PDFBox. A page that cannot be read is empty; a document is refused only when no page can. */
public final class PdfBoxReader implements PdfReader {
    public static final int MOST_PAGES = 5_000;

    private static final long MOST_IN_MEMORY = 16_000_000;

    static {
        FontMappers.set(new NoSystemFonts());
    }

    private final GlyphList glyphNames = glyphNames();

    @Override
    public Reading read(Path pdf, int first, Pages pages) {
        try (var document = open(pdf)) {
            return new Reading.Complete(read(document, first, pages));
        } catch (Refused refused) {
            return new Reading.Unreadable(refused.reason());
        } catch (IOException closing) {
            return new Reading.Unreadable(Reason.DAMAGED);
        }
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

    /** Walks the page tree, because the count it states may be anything. */
    private static List<PDPage> pages(PDDocument document) {
        return attempt(() -> {
            var pages = new ArrayList<PDPage>();
            for (var page : document.getPages()) {
                if (pages.size() == MOST_PAGES) throw new Refused(Reason.TOO_MANY_PAGES);
                pages.add(page);
            }
            if (pages.isEmpty()) throw new Refused(Reason.NO_PAGES);
            return pages;
        });
    }

    private int read(PDDocument document, int first, Pages pages) {
        var sources = pages(document);
        var layers = attempt(() -> Layers.of(document.getDocumentCatalog().getCOSObject()));
        pages.about(Imprint.of(document, sources.size()));
        if (first == 1) tell(BookmarkReader.of(document, sources), pages);
        var budget = new Budget();
        var failures = new ArrayList<Refused>();
        for (int number = first; number <= sources.size(); number++) {
            pages.take(page(number, sources.get(number - 1), layers, budget, failures), sources.size());
        }
        if (failures.size() == sources.size()) throw failures.getFirst();
        return sources.size();
    }

    private static void tell(Bookmarks bookmarks, Pages pages) {
        if (!bookmarks.equals(Bookmarks.NONE)) pages.bookmarks(bookmarks);
    }

    private Page page(int number, PDPage source, Layers layers, Budget budget, List<Refused> failures) {
        try {
            return attempt(() -> page(number, source, layers, budget.nextPage()));
        } catch (Refused refused) {
            if (refused.reason() == Reason.LIMIT_EXCEEDED) throw refused;
            failures.add(refused);
            return unread(number);
        }
    }

    private static Page unread(int number) {
        var frame = PageFrame.A4;
        return new Page(number, frame.width(), frame.height(), "", List.of(), List.of(), List.of(), Coverage.unread());
    }

    private Page page(int number, PDPage source, Layers layers, Budget budget) throws IOException {
        var frame = PageFrame.of(source);
        var seen = new GlyphReader(source, frame, glyphNames, layers, budget).seen();
        var text = PageText.of(number, Blocks.of(Lines.of(seen.glyphs()), seen.paints()));
        return new Page(
                number,
                frame.width(),
                frame.height(),
                text.text(),
                text.words(),
                text.bold(),
                text.tables(),
                seen.coverage());
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
