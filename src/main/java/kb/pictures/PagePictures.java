package kb.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.files.DocumentFiles;
import kb.files.PictureFiles;
import kb.ingest.PdfReader;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Page;
import kb.pages.Span;
import kb.people.Tenant;
import kb.pictures.PagePainter.Painting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows pages of documents, with passages standing out; superseded documents too. */
public final class PagePictures {
    private static final Logger LOG = LoggerFactory.getLogger(PagePictures.class);

    private final Catalog catalog;
    private final DocumentFiles files;
    private final PictureFiles pictures;
    private final PagePainter painter;

    public PagePictures(Catalog catalog, DocumentFiles files, PictureFiles pictures, PagePainter painter) {
        this.catalog = catalog;
        this.files = files;
        this.pictures = pictures;
        this.painter = painter;
    }

    /** @param scale in pixels a point @param spans of the page's text that are to stand out */
    public record Wish(int page, double scale, List<Span> spans) {}

    public sealed interface Outcome {
        record Shown(ByteBuffer png) implements Outcome {}

        /** Or none that has been read. */
        record NoSuchPage() implements Outcome {}

        /** Some of the spans hold no word of the page. */
        record NoSuchWords(List<Span> spans) implements Outcome {}

        record NotDrawn(PdfReader.Reason reason) implements Outcome {}
    }

    public Outcome show(Tenant tenant, Document document, Wish wish) {
        var id = document.documentId();
        if (wish.page() > document.state().progress().pagesDone()) return new Outcome.NoSuchPage();
        if (wish.spans().isEmpty()) return kept(tenant, document, wish, List.of());
        return files.page(tenant, id, wish.page())
                .<Outcome>map(page -> onPage(tenant, document, wish, page))
                .orElseGet(Outcome.NoSuchPage::new);
    }

    private Outcome onPage(Tenant tenant, Document document, Wish wish, Page page) {
        var wrong = wish.spans().stream()
                .filter(span ->
                        span.end() > page.text().length() || page.words(span).isEmpty())
                .toList();
        if (!wrong.isEmpty()) return new Outcome.NoSuchWords(wrong);
        var boxes = wish.spans().stream().flatMap(span -> page.boxes(span).stream());
        return kept(tenant, document, wish, boxes.toList());
    }

    private Outcome kept(Tenant tenant, Document document, Wish wish, List<kb.pages.Box> boxes) {
        var name = new PictureFiles.Name(wish.page(), wish.scale(), wish.spans());
        return pictures.get(tenant, document.documentId(), name)
                .<Outcome>map(png -> new Outcome.Shown(ByteBuffer.wrap(png)))
                .orElseGet(
                        () -> drawn(tenant, document, name, new PagePainter.Wanted(wish.page(), wish.scale(), boxes)));
    }

    private Outcome drawn(Tenant tenant, Document document, PictureFiles.Name name, PagePainter.Wanted wanted) {
        var painting = painted(tenant, document, wanted);
        if (painting.isEmpty()) return new Outcome.NoSuchPage();
        return switch (painting.get()) {
            case Painting.Failed(var reason) -> new Outcome.NotDrawn(reason);
            case Painting.Painted(var png) -> {
                keep(tenant, document, name, png);
                yield new Outcome.Shown(png);
            }
        };
    }

    /** Empty when the PDF is not there, or not any more. */
    private Optional<Painting> painted(Tenant tenant, Document document, PagePainter.Wanted wanted) {
        var file = temporary();
        try {
            if (!files.pdf(tenant, document.documentId(), file)) return Optional.empty();
            return Optional.of(painter.paint(file, wanted));
        } catch (PdfReader.Down down) {
            throw new Unavailable(Part.READER, down);
        } finally {
            delete(file);
        }
    }

    /** What cannot be kept is shown all the same. */
    private void keep(Tenant tenant, Document document, PictureFiles.Name name, ByteBuffer png) {
        var id = document.documentId();
        try {
            var bytes = new byte[png.remaining()];
            png.get(png.position(), bytes);
            pictures.put(tenant, id, name, bytes);
            if (catalog.find(tenant, id).isEmpty()) pictures.delete(tenant, id, name);
        } catch (Unavailable down) {
            LOG.warn("a picture of a page could not be kept", down);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("knowledge-base", ".pdf");
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("a temporary file could not be deleted", stays);
        }
    }
}
