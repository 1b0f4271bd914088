package kb.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kb.ingest.PdfReader.Reason;
import kb.pages.Coverage;
import kb.pages.Page;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** Reads the pages of a document that is open: PDFBox lets one thread at a time do that. */
final class PageReader implements AutoCloseable {
    private final PDDocument document;
    private final List<PDPage> sources;
    private final Layers layers;
    private final GlyphList glyphNames;

    /** @throws Refused when there are no pages, or too many */
    PageReader(PDDocument document, GlyphList glyphNames) {
        this.document = document;
        this.sources = sources(document);
        this.layers = PdfBoxReader.attempt(
                () -> Layers.of(document.getDocumentCatalog().getCOSObject()));
        this.glyphNames = glyphNames;
    }

    /** What became of a page. @param refused why it is empty @param spent what that took */
    record Attempt(Page page, Optional<Refused> refused, Budget spent) {}

    /** Walks the page tree, because the count it states may be anything. */
    private static List<PDPage> sources(PDDocument document) {
        return PdfBoxReader.attempt(() -> {
            var pages = new ArrayList<PDPage>();
            for (var page : document.getPages()) {
                if (pages.size() == PdfBoxReader.MOST_PAGES) throw new Refused(Reason.TOO_MANY_PAGES);
                pages.add(page);
            }
            if (pages.isEmpty()) throw new Refused(Reason.NO_PAGES);
            return pages;
        });
    }

    PDDocument document() {
        return document;
    }

    List<PDPage> sources() {
        return sources;
    }

    Attempt read(int number, Budget budget) {
        try {
            var page = PdfBoxReader.attempt(() -> page(number, sources.get(number - 1), budget));
            return new Attempt(page, Optional.empty(), budget);
        } catch (Refused refused) {
            return new Attempt(unread(number), Optional.of(refused), budget);
        }
    }

    private static Page unread(int number) {
        var frame = PageFrame.A4;
        return new Page(number, frame.width(), frame.height(), "", List.of(), List.of(), List.of(), Coverage.unread());
    }

    private Page page(int number, PDPage source, Budget budget) throws IOException {
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

    @Override
    public void close() {
        close(document);
    }

    static void close(PDDocument document) {
        try {
            document.close();
        } catch (IOException nothingLost) {
            return;
        }
    }
}
