package kb.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Failure;
import kb.documents.Source;
import kb.files.DocumentFiles;
import kb.pages.About;
import kb.pages.Bookmarks;
import kb.pages.Coverage;
import kb.pages.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a document's pages into storage, group by group: copied from a document with the same bytes, else read from its
 * PDF.
 *
 * <p>A group is noted after it is stored, and what is noted is not read again.
 */
final class PageReading {
    private static final Logger LOG = LoggerFactory.getLogger(PageReading.class);

    private final Catalog catalog;
    private final DocumentFiles files;
    private final PdfReader reader;

    PageReading(Catalog catalog, DocumentFiles files, PdfReader reader) {
        this.catalog = catalog;
        this.files = files;
        this.reader = reader;
    }

    /** Returns the document with all its pages in storage, or failed. */
    Document read(Stretch stretch, Document begun) {
        var document = begun;
        for (var other : catalog.sameBytes(stretch.tenant(), begun)) {
            if (other.state().progress().allRead()) document = copied(stretch, document, other);
        }
        return document.state().progress().allRead() ? document : downloaded(stretch, document);
    }

    /** As far as the other is there: it may be on its way out. */
    private Document copied(Stretch stretch, Document begun, Document other) {
        var document = stretch.note(state -> state.knowing(other.state().about()));
        var bookmarks = files.bookmarks(stretch.tenant(), other.documentId());
        if (!bookmarks.equals(Bookmarks.NONE)) files.putBookmarks(stretch.tenant(), stretch.id(), bookmarks);
        var all = other.state().progress().pages();
        while (!document.state().progress().allRead()) {
            var done = document.state().progress().pagesDone();
            var group = files.pages(stretch.tenant(), other.documentId(), done + 1);
            if (group.isEmpty()) break;
            document = stored(stretch, group.get(), all);
        }
        return document;
    }

    private Document stored(Stretch stretch, List<Page> group, int all) {
        files.putPages(stretch.tenant(), stretch.id(), group);
        return stretch.achieve(state -> state.read(group.getLast().number(), all));
    }

    private Document downloaded(Stretch stretch, Document document) {
        var file = temporary();
        try {
            if (!files.pdf(stretch.tenant(), stretch.id(), file)) return stretch.fail(Source.GONE);
            if (!document.source().isIn(file)) return stretch.fail(Source.CHANGED);
            return parsed(stretch, document, file);
        } finally {
            delete(file);
        }
    }

    private Document parsed(Stretch stretch, Document document, Path file) {
        var last = new AtomicReference<>(document);
        var first = document.state().progress().pagesDone() + 1;
        var reading = reader.read(file, first, pages(stretch, last));
        return switch (reading) {
            case PdfReader.Reading.Unreadable(var reason) ->
                stretch.fail(new Failure(reason.name().toLowerCase(Locale.ROOT), reason.advice()));
            case PdfReader.Reading.Complete _ -> last.get();
        };
    }

    /** Stores them group by group. @param last is the document as it was noted last */
    private PdfReader.Pages pages(Stretch stretch, AtomicReference<Document> last) {
        var group = new ArrayList<Page>();
        return new PdfReader.Pages() {
            @Override
            public void about(About about) {
                if (!about.equals(last.get().state().about())) last.set(stretch.note(state -> state.knowing(about)));
            }

            /** Not in the document's row, which each search reads. */
            @Override
            public void bookmarks(Bookmarks bookmarks) {
                files.putBookmarks(stretch.tenant(), stretch.id(), bookmarks);
            }

            @Override
            public void take(Page page, int all) {
                group.add(page);
                if (page.coverage().source() != Coverage.Source.NATIVE)
                    stretch.note(state -> state); // it may have taken long
                if (page.number() % DocumentFiles.PAGES_IN_GROUP != 0 && page.number() != all) return;
                last.set(stored(stretch, List.copyOf(group), all));
                group.clear();
            }
        };
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
