package kb.documents;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import kb.files.DocumentFiles;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Bookmarks;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.PageCoverage;
import kb.people.Tenant;

/** Shows documents, and lets people describe them and try failed ones again. */
public final class DocumentService {
    private static final Duration READ_ADDRESS = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Catalog catalog;
    private final Shelf shelf;
    private final DocumentFiles files;
    private final SearchedChunks chunks;
    private final BiConsumer<Tenant, UUID> work;
    private final Clock clock;

    /** @param work takes a document that waits to be read */
    public DocumentService(
            Catalog catalog, Shelf shelf, DocumentFiles files, BiConsumer<Tenant, UUID> work, Clock clock) {
        this.catalog = catalog;
        this.shelf = shelf;
        this.files = files;
        this.chunks = new SearchedChunks(files);
        this.work = work;
        this.clock = clock;
    }

    public Optional<Document> find(Tenant tenant, UUID id) {
        return catalog.find(tenant, id);
    }

    /** Those of the documents that nobody has begun to erase. */
    public List<Document> find(Tenant tenant, List<UUID> ids) {
        return catalog.find(tenant, ids);
    }

    public Visible visible(Tenant tenant) {
        return shelf.visible(tenant);
    }

    /**
     * A document as soon as its status is another than now, or the time is up; at once when nobody works on it.
     *
     * @return empty when there is none, or none any more
     */
    public Optional<Document> watch(Tenant tenant, UUID id, Duration longest) {
        var first = catalog.find(tenant, id);
        var latest = first;
        for (var waited = Duration.ZERO; waited.compareTo(longest) < 0; waited = waited.plus(BETWEEN_LOOKS)) {
            var status = latest.map(document -> document.state().status());
            if (!status.equals(first.map(document -> document.state().status()))) break;
            if (status.isEmpty() || status.get() == Status.READY || status.get() == Status.FAILED) break;
            pause();
            latest = catalog.find(tenant, id);
        }
        return latest;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Part.TABLE, stopping);
        }
    }

    public Shelf.Listing list(Tenant tenant, Wanted wanted, int limit, Optional<String> cursor) {
        return shelf.list(tenant, wanted, limit, cursor);
    }

    /** All versions of the name a document is shown under, newest first. */
    public Shelf.Versions versions(Tenant tenant, Document document, int limit, Optional<String> cursor) {
        return shelf.versions(tenant, document.name().filename(), limit, cursor);
    }

    /** All versions of a name, newest first. */
    public Shelf.Versions versions(Tenant tenant, String filename, int limit, Optional<String> cursor) {
        return shelf.versions(tenant, filename, limit, cursor);
    }

    /** Empty when there is no such document. */
    public Optional<Document> describe(Tenant tenant, UUID id, Description description) {
        return shelf.describe(tenant, id, description);
    }

    /** What became of a wish to try again. */
    public sealed interface Retry {
        record Begun(Document document) implements Retry {}

        /** Its work has not failed. */
        record NotFailed(Document document) implements Retry {}

        record NoSuchDocument() implements Retry {}
    }

    /** A document that somebody works on already is as good as begun again. */
    public Retry retry(Tenant tenant, UUID id) {
        while (true) {
            var queued = shelf.queueAgain(tenant, id);
            if (queued.isPresent()) {
                work.accept(tenant, id);
                return new Retry.Begun(queued.get());
            }
            var document = catalog.find(tenant, id);
            if (document.isEmpty()) return new Retry.NoSuchDocument();
            var status = document.get().state().status();
            if (status == Status.FAILED) continue; // since it was looked at
            return status.isUnfinished() ? new Retry.Begun(document.get()) : new Retry.NotFailed(document.get());
        }
    }

    /** The chunks of a document in order; none before it is read. */
    public List<Chunk> chunks(Tenant tenant, Document document) {
        return chunks.of(tenant, document).orElse(List.of());
    }

    /** What can be read on a page of a document; empty before it is read, or when there is no such page. */
    public Optional<Page> page(Tenant tenant, Document document, int number) {
        return files.page(tenant, document.documentId(), number);
    }

    /** What became of the pages that were read. @param complete whether these are all */
    public record Pages(boolean complete, List<PageCoverage> pages) {}

    public Pages coverage(Tenant tenant, Document document) {
        var id = document.documentId();
        var progress = document.state().progress();
        return files.coverage(tenant, id)
                .map(all -> new Pages(true, all))
                .orElseGet(() -> new Pages(progress.allRead(), read(tenant, id, progress.pagesDone())));
    }

    /** What its file lists as its contents. */
    public Bookmarks bookmarks(Tenant tenant, Document document) {
        return files.bookmarks(tenant, document.documentId());
    }

    private List<PageCoverage> read(Tenant tenant, UUID id, int pages) {
        return IntStream.iterate(1, first -> first <= pages, first -> first + DocumentFiles.PAGES_IN_GROUP)
                .mapToObj(first -> files.pages(tenant, id, first).orElse(List.of()))
                .flatMap(List::stream)
                .map(PageCoverage::of)
                .toList();
    }

    /** An address that shows the PDF to whoever holds it, for a minute. */
    public record ReadAddress(URI url, Instant expiresAt) {}

    public ReadAddress content(Tenant tenant, Document document) {
        var url =
                files.pdfAddress(tenant, document.documentId(), document.name().filename(), READ_ADDRESS);
        return new ReadAddress(url, clock.instant().plus(READ_ADDRESS));
    }
}
