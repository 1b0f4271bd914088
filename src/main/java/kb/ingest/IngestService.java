package kb.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Failure;
import kb.documents.Lease;
import kb.documents.Source;
import kb.documents.State;
import kb.documents.Succession;
import kb.files.DocumentFiles;
import kb.outside.Unavailable;
import kb.pages.Page;
import kb.people.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a document from its bytes to its answers: read, cut, embed, index, go live.
 *
 * <p>Each step is repeatable and keeps what it made, so work that was cut off goes on where it was. An attempt is counted
 * before anything is done: a file that keeps killing the process is given up. Who works on a document holds its
 * {@link Lease}; one that was overtaken or whose document is being erased finds its next step refused and stops.
 */
public final class IngestService {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int PAGES_BETWEEN_REPORTS = 25;

    private final Catalog catalog;
    private final Succession succession;
    private final DocumentFiles files;
    private final PdfReader reader;
    private final Indexing indexing;

    public IngestService(
            Catalog catalog, Succession succession, DocumentFiles files, PdfReader reader, Indexing indexing) {
        this.catalog = catalog;
        this.succession = succession;
        this.files = files;
        this.reader = reader;
        this.indexing = indexing;
    }

    /** Does what is left to do for a document that is not ready. */
    Result ingest(Tenant tenant, UUID id) {
        Optional<Document> begun;
        try {
            begun = catalog.begin(tenant, id);
        } catch (Catalog.Gone nothingToDo) {
            return Result.DONE;
        }
        if (begun.isEmpty()) return Result.LATER;
        var lease = begun.get().state().lease();
        try {
            work(tenant, begun.get(), lease);
            return Result.DONE;
        } catch (Catalog.Gone overtaken) {
            catalog.release(tenant, id, lease);
            return Result.LATER;
        } catch (Unavailable | PdfReader.Down down) {
            LOG.warn("work on document {} waits: {}", id, down.getMessage());
            postpone(tenant, id, lease);
            return Result.LATER;
        }
    }

    private void work(Tenant tenant, Document document, Lease lease) {
        var id = document.documentId();
        var pages = files.pages(tenant, id).or(() -> takenOver(tenant, document));
        if (document.state().attempts() > MOST_ATTEMPTS) {
            giveUp(tenant, id, lease, pages.isEmpty());
        } else if (pages.isPresent()) {
            index(tenant, document, lease, pages.get());
        } else {
            read(tenant, document, lease);
        }
    }

    /** The pages of another document with the same bytes. */
    private Optional<List<Page>> takenOver(Tenant tenant, Document document) {
        var pages = catalog.sameBytes(tenant, document).stream()
                .flatMap(other -> files.pages(tenant, other.documentId()).stream())
                .findFirst();
        pages.ifPresent(read -> files.putPages(tenant, document.documentId(), read));
        return pages;
    }

    private void postpone(Tenant tenant, UUID id, Lease lease) {
        try {
            catalog.advance(tenant, id, lease, State::postponed);
        } catch (Catalog.Gone | Unavailable cannotBeNoted) {
            LOG.warn("work on document {} could not be marked as waiting: {}", id, cannotBeNoted.getMessage());
        }
    }

    private void read(Tenant tenant, Document document, Lease lease) {
        var file = temporary();
        try {
            if (!files.pdf(tenant, document.documentId(), file)) {
                fail(tenant, document.documentId(), lease, Source.GONE);
            } else if (!document.source().isIn(file)) {
                fail(tenant, document.documentId(), lease, Source.CHANGED);
            } else {
                read(tenant, document, lease, file);
            }
        } finally {
            delete(file);
        }
    }

    private void read(Tenant tenant, Document document, Lease lease, Path file) {
        var id = document.documentId();
        var pages = new ArrayList<Page>();
        var reading = reader.read(file, 1, (page, all) -> {
            pages.add(page);
            report(tenant, id, lease, page.number(), all);
        });
        switch (reading) {
            case PdfReader.Reading.Unreadable(var reason) ->
                fail(tenant, id, lease, new Failure(reason.name().toLowerCase(Locale.ROOT), reason.advice()));
            case PdfReader.Reading.Complete _ -> {
                files.putPages(tenant, id, pages);
                index(tenant, document, lease, pages);
            }
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

    private void report(Tenant tenant, UUID id, Lease lease, int done, int all) {
        if (done % PAGES_BETWEEN_REPORTS == 0 || done == all)
            catalog.advance(tenant, id, lease, state -> state.read(done, all));
    }

    private void index(Tenant tenant, Document document, Lease lease, List<Page> pages) {
        var id = document.documentId();
        var chunks = indexing.cut(tenant, id, pages);
        var cut = advance(tenant, id, lease, state -> state.cut(pages.size(), chunks.size()));
        indexing.index(tenant, cut, chunks, done -> advance(tenant, id, lease, state -> state.indexed(done)));
        var live = succession.goLive(tenant, id, lease, warnings(pages));
        for (var retired : live.retired()) indexing.retire(tenant, retired);
    }

    private Document advance(Tenant tenant, UUID id, Lease lease, UnaryOperator<State> step) {
        return catalog.advance(tenant, id, lease, step);
    }

    private static List<String> warnings(List<Page> pages) {
        var empty = pages.stream().filter(page -> page.text().isBlank()).count();
        if (empty == 0) return List.of();
        return List.of(empty == pages.size() ? "no_text" : "pages_without_text");
    }

    private void giveUp(Tenant tenant, UUID id, Lease lease, boolean reading) {
        indexing.withdraw(tenant, id);
        var code = reading ? "parser_crashed" : "indexing_crashed";
        var detail = "work on this file ended abruptly %d times in a row".formatted(MOST_ATTEMPTS);
        fail(tenant, id, lease, new Failure(code, detail));
    }

    private void fail(Tenant tenant, UUID id, Lease lease, Failure why) {
        catalog.advance(tenant, id, lease, state -> state.failed(why));
    }
}
