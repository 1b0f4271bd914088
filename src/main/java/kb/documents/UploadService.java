package kb.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import kb.documents.Intake.Arrival;
import kb.documents.Intake.Delivery;
import kb.files.DocumentFiles;
import kb.files.ObjectStore.WriteAddress;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Table;

/** Takes documents in, with their bytes or announced before them. What is accepted is not lost. */
public final class UploadService {
    private static final Duration TIME_TO_PUT = Duration.ofMinutes(5);

    private final Catalog catalog;
    private final Intake intake;
    private final Shelf shelf;
    private final DocumentFiles files;
    private final Clock clock;

    /** @param work takes a document that waits to be read */
    public UploadService(
            Table table,
            Catalog catalog,
            Shelf shelf,
            DocumentFiles files,
            BiConsumer<Tenant, UUID> work,
            Supplier<UUID> newId,
            Clock clock) {
        this.catalog = catalog;
        this.intake = new Intake(table, files, work, newId, clock);
        this.shelf = shelf;
        this.files = files;
        this.clock = clock;
    }

    /** @param replace whether it may become the next version of a name that leads to other bytes */
    public Upload upload(Person by, Filename filename, byte[] pdf, boolean replace) {
        var tenant = by.tenant();
        var arrival = arrival(by, filename, Keys.sha256(pdf), pdf.length);
        return intake.take(arrival, replace, new Delivery() {
            @Override
            public boolean atOnce() {
                return true;
            }

            @Override
            public void store(Tenant ignored, UUID id) {
                files.putPdf(tenant, id, pdf);
            }
        });
    }

    /** A PDF that is still to come. */
    public record Announcement(Filename filename, long sizeBytes, String sha256, boolean replace) {}

    /** Makes room for a PDF; where its bytes go, {@link #target} says. */
    public Upload announce(Person by, Announcement announced) {
        var arrival = arrival(by, announced.filename(), announced.sha256(), announced.sizeBytes());
        return intake.take(arrival, announced.replace(), new Delivery() {
            @Override
            public boolean atOnce() {
                return false;
            }

            @Override
            public void store(Tenant tenant, UUID id) {
                // the caller does
            }
        });
    }

    private Arrival arrival(Person by, Filename filename, String sha256, long size) {
        var source = new Source(sha256, size, by.name(), Optional.of(by.id()), clock.instant());
        return new Arrival(by.tenant(), filename.text(), source);
    }

    public Optional<Document> find(Tenant tenant, UUID id) {
        return catalog.find(tenant, id);
    }

    public record Target(WriteAddress address, Instant expiresAt) {}

    /** Where the bytes of an announced document go. */
    public Target target(Tenant tenant, Document announced) {
        var source = announced.source();
        var address = files.pdfTarget(tenant, announced.documentId(), source.sizeBytes(), source.sha256(), TIME_TO_PUT);
        return new Target(address, clock.instant().plus(TIME_TO_PUT));
    }

    /** What became of an announced document. */
    public sealed interface Completion {
        /** It waits to be read, or is past that. */
        record Taken(Document document) implements Completion {}

        /** Its bytes are not there. */
        record NothingArrived(Document document) implements Completion {}

        /** Its bytes are no PDF; it has failed. */
        record NotAPdf(Document document) implements Completion {}

        record NoSuchDocument() implements Completion {}
    }

    /** Looks whether the bytes of an announced document have come; once they have, asking again changes nothing. */
    public Completion complete(Tenant tenant, UUID id) {
        while (true) {
            var found = catalog.find(tenant, id);
            if (found.isEmpty()) return new Completion.NoSuchDocument();
            var document = found.get();
            if (document.state().status() != Status.UPLOADING) return past(document);
            var looked = document.state().error().isPresent() ? refuse(tenant, document) : look(tenant, document);
            if (looked.isPresent()) return looked.get();
        }
    }

    /** Empty when it is to be looked at again. */
    private Optional<Completion> look(Tenant tenant, Document document) {
        var id = document.documentId();
        var size = files.pdfSize(tenant, id);
        if (size.isEmpty() || size.get() != document.source().sizeBytes()) {
            var asBefore = catalog.find(tenant, id).equals(Optional.of(document));
            return asBefore ? Optional.of(new Completion.NothingArrived(document)) : Optional.empty();
        }
        var beginning = files.pdfBeginning(tenant, id, PdfMark.WITHIN).orElse(new byte[0]);
        if (PdfMark.isIn(beginning)) return queue(tenant, document);
        shelf.refuse(tenant, document, PdfMark.MISSING);
        return Optional.empty();
    }

    /** An object has come into storage, whatever it is. */
    public void arrived(String name) {
        DocumentFiles.ownerOfPdf(name).ifPresent(owner -> complete(owner.tenant(), owner.documentId()));
    }

    private static Completion past(Document document) {
        return document.state().error().filter(PdfMark.MISSING::equals).isPresent()
                ? new Completion.NotAPdf(document)
                : new Completion.Taken(document);
    }

    private Optional<Completion> queue(Tenant tenant, Document document) {
        var queued = document.in(document.state().queuedAgain(clock.instant()));
        return intake.begun(tenant, queued).map(_ -> new Completion.Taken(queued.revised()));
    }

    /** What has come is of no use, and what may come is the same: its address takes bytes of this checksum only. */
    private Optional<Completion> refuse(Tenant tenant, Document document) {
        files.deletePdf(tenant, document.documentId());
        return shelf.fail(tenant, document, PdfMark.MISSING).map(Completion.NotAPdf::new);
    }
}
