package kb.documents;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import kb.files.DocumentFiles;
import kb.pages.Chunk;
import kb.people.Person;
import kb.people.Tenant;

/** Takes documents in and shows them. */
public final class DocumentService {
    private static final Duration READ_ADDRESS = Duration.ofSeconds(60);
    /** A competing writer wins at most a few times; more is a fault worth hearing of. */
    private static final int TRIES = 20;

    private final Catalog catalog;
    private final DocumentFiles files;
    private final BiConsumer<Tenant, UUID> work;
    private final Supplier<UUID> newId;
    private final Clock clock;

    /** @param work takes a document that waits to be read */
    public DocumentService(
            Catalog catalog, DocumentFiles files, BiConsumer<Tenant, UUID> work, Supplier<UUID> newId, Clock clock) {
        this.catalog = catalog;
        this.files = files;
        this.work = work;
        this.newId = newId;
        this.clock = clock;
    }

    /** What became of an upload. */
    public sealed interface Upload {
        /** It waits to be read. */
        record Accepted(Document document) implements Upload {}

        /** Its bytes were here already; nothing is read or paid again. */
        record Known(Document document) implements Upload {}

        /** Its name belongs to a document with other bytes; nothing was stored. */
        record NameTaken(Document holder) implements Upload {}
    }

    /** The bytes are stored before the record, and the record before this returns: what is accepted is not lost. */
    public Upload upload(Person by, Filename filename, byte[] pdf) {
        var tenant = by.tenant();
        var sha256 = Keys.sha256(pdf);
        for (int i = 0; i < TRIES; i++) {
            var known = catalog.withContent(tenant, sha256);
            if (known.isPresent()) {
                var upload = again(tenant, known.get(), filename.text());
                if (upload.isPresent()) return upload.get();
                continue;
            }
            var holder = catalog.named(tenant, filename.text());
            if (holder.isPresent()) return new Upload.NameTaken(holder.get());
            var fresh = fresh(by, filename, sha256, pdf.length);
            files.putPdf(tenant, fresh.documentId(), pdf);
            if (catalog.add(tenant, fresh)) {
                work.accept(tenant, fresh.documentId());
                return new Upload.Accepted(fresh);
            }
            files.deleteAll(tenant, fresh.documentId());
        }
        throw new IllegalStateException("an upload lost every race for its name");
    }

    private Document fresh(Person by, Filename filename, String sha256, long size) {
        var source = new Source(filename.text(), List.of(), sha256, size, by.name(), clock.instant());
        return new Document(newId.get(), source, Optional.empty(), List.of(), 1, true, State.QUEUED, 0);
    }

    /** The same bytes once more: empty when somebody else changed the document meanwhile. */
    private Optional<Upload> again(Tenant tenant, Document known, String filename) {
        if (!known.source().isCalled(filename)) {
            var holder = catalog.named(tenant, filename);
            if (holder.isPresent()) return Optional.of(new Upload.NameTaken(holder.get()));
            if (!catalog.addName(tenant, known, filename)) return Optional.empty();
            return again(tenant, catalog.find(tenant, known.documentId()).orElseThrow(), filename);
        }
        if (known.state().status() != Status.FAILED) return Optional.of(new Upload.Known(known));
        return catalog.queue(tenant, known.in(State.QUEUED)).map(queued -> {
            work.accept(tenant, queued.documentId());
            return new Upload.Accepted(queued);
        });
    }

    public Optional<Document> find(Tenant tenant, UUID id) {
        return catalog.find(tenant, id);
    }

    public Catalog.Listing list(Tenant tenant, int limit, Optional<String> cursor) {
        return catalog.list(tenant, limit, cursor);
    }

    /** The chunks of a document in order; none before it is read. */
    public List<Chunk> chunks(Tenant tenant, UUID id) {
        return files.chunks(tenant, id).orElse(List.of());
    }

    /** An address that shows the PDF to whoever holds it, for a minute. */
    public record ReadAddress(URI url, Instant expiresAt) {}

    public ReadAddress content(Tenant tenant, Document document) {
        var url = files.pdfAddress(
                tenant, document.documentId(), document.source().filename(), READ_ADDRESS);
        return new ReadAddress(url, clock.instant().plus(READ_ADDRESS));
    }
}
