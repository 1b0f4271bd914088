package kb.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import kb.activity.Activity;
import kb.files.DocumentFiles;
import kb.people.Tenant;
import kb.store.Table;
import kb.store.Write;

/**
 * Takes documents in: the same bytes once, each name to one document, whatever arrives at the same time.
 *
 * <p>Nothing is looked up first and trusted later: a decision is written on condition that all it was made from is
 * unchanged, else it is made again.
 */
final class Intake {
    private final DocumentRows rows;
    private final DocumentFiles files;
    private final BiConsumer<Tenant, UUID> work;
    private final Supplier<UUID> newId;
    private final Clock clock;

    /** @param work takes a document that waits to be read */
    Intake(Table table, DocumentFiles files, BiConsumer<Tenant, UUID> work, Supplier<UUID> newId, Clock clock) {
        this.rows = new DocumentRows(table);
        this.files = files;
        this.work = work;
        this.newId = newId;
        this.clock = clock;
    }

    record Arrival(Tenant tenant, String filename, Source source) {}

    /** How the bytes of an arrival come into storage. */
    interface Delivery {
        /** Whether they are there when {@link #store} returns; else they are still to come. */
        boolean atOnce();

        /** Before the document's record is written, so that what is recorded is not lost. */
        void store(Tenant tenant, UUID id);
    }

    /** @param replace whether it may become the next version of a name that leads to other bytes */
    Upload take(Arrival arrival, boolean replace, Delivery delivery) {
        while (true) {
            var known = known(arrival);
            Optional<Upload> upload =
                    switch (Admission.decide(known.sameBytes(), arrival.filename(), known.name(), replace)) {
                        case Admission.Known(var document) -> found(arrival, document, delivery);
                        case Admission.Taken(var holder) -> Optional.of(new Upload.NameTaken(holder));
                        case Admission.Alias(var document) -> also(arrival, known, document, delivery);
                        case Admission.Again(var failed, var named) -> again(arrival, known, failed, named, delivery);
                        case Admission.Fresh() -> add(arrival, known, true, delivery);
                        case Admission.Successor() -> add(arrival, known, false, delivery);
                    };
            if (upload.isPresent()) return upload.get();
        }
    }

    /** Each writer below says which of it was read. */
    private Known known(Arrival arrival) {
        return rows.known(arrival.tenant(), arrival.source().sha256(), arrival.filename());
    }

    private Optional<Upload> found(Arrival arrival, Document document, Delivery delivery) {
        if (waitsFor(document, delivery)) return filled(arrival, document, List.of(), delivery);
        Activity.did(UploadDeed.known(arrival.filename(), document));
        return Optional.of(there(document));
    }

    /** A document that still waits for its bytes takes them from whoever brings them. */
    private static boolean waitsFor(Document document, Delivery delivery) {
        return document.state().status() == Status.UPLOADING && delivery.atOnce();
    }

    private Optional<Upload> filled(Arrival arrival, Document document, List<Write> with, Delivery delivery) {
        delivery.store(arrival.tenant(), document.documentId());
        return begun(arrival, document.in(document.state().queuedAgain(clock.instant())), with);
    }

    private static Upload there(Document document) {
        return document.state().status() == Status.READY ? new Upload.Known(document) : new Upload.Accepted(document);
    }

    private Optional<Upload> also(Arrival arrival, Known known, Document document, Delivery delivery) {
        if (!document.hasRoomForNames()) return Optional.of(new Upload.TooManyNames(document, Document.MOST_NAMES));
        var name = new Name(arrival.filename(), known.name().next(), true);
        var named = document.also(name);
        var writes = naming(arrival.tenant(), known, named, name);
        if (waitsFor(document, delivery)) return filled(arrival, named, writes, delivery);
        writes.add(DocumentRows.change(arrival.tenant(), named));
        return rows.wrote(writes, UploadDeed.known(arrival.filename(), named))
                ? Optional.of(there(named.revised()))
                : Optional.empty();
    }

    private Optional<Upload> again(Arrival arrival, Known known, Document failed, boolean named, Delivery delivery) {
        if (named && !failed.hasRoomForNames()) {
            return Optional.of(new Upload.TooManyNames(failed, Document.MOST_NAMES));
        }
        var tenant = arrival.tenant();
        var now = clock.instant();
        var next = failed.of(arrival.source().sizeBytes()).queuedAgain(now);
        if (delivery.atOnce()) {
            delivery.store(tenant, failed.documentId());
        } else if (failed.lacksItsBytes()) {
            // what lies there would be in the way of what comes
            files.deletePdf(tenant, failed.documentId());
            next = next.in(failed.state().uploading(now));
        }
        var writes = new ArrayList<Write>();
        if (named) {
            var name = new Name(arrival.filename(), known.name().next(), true);
            next = next.also(name);
            writes.addAll(naming(arrival.tenant(), known, next, name));
        }
        return begun(arrival, next, writes);
    }

    /** @param held whether the name leads to the document from now on, or only when it is ready */
    private Optional<Upload> add(Arrival arrival, Known known, boolean held, Delivery delivery) {
        var tenant = arrival.tenant();
        var id = newId.get();
        var name = new Name(arrival.filename(), known.name().next(), held);
        var now = clock.instant();
        var state = delivery.atOnce() ? State.queued(now) : State.queued(now).uploading(now);
        var document = new Document(id, arrival.source(), List.of(name), Optional.empty(), List.of(), state, 0);
        rows.register(tenant); // first, so that the janitor finds what an upload that breaks off leaves in storage
        delivery.store(tenant, id);
        var writes = naming(arrival.tenant(), known, document, name);
        var content = known.content();
        writes.add(DocumentRows.change(tenant, arrival.source().sha256(), content, content.with(id)));
        writes.add(DocumentRows.add(tenant, document));
        writes.add(DocumentRows.work(tenant, id));
        // the record may be there although we hear that it was refused: when its first answer was lost
        var added = rows.wrote(writes, UploadDeed.of(arrival.filename(), document));
        if (added || rows.document(tenant, id).isPresent()) return Optional.of(sent(tenant, document));
        if (delivery.atOnce()) files.deleteAll(tenant, id);
        return Optional.empty();
    }

    static List<Write> naming(Tenant tenant, Known known, Document document, Name name) {
        var id = document.documentId();
        var row = known.name();
        var writes = new ArrayList<Write>();
        writes.add(DocumentRows.change(tenant, name.filename(), row, name.held() ? row.givenTo(id) : row.promised()));
        writes.add(DocumentRows.version(tenant, name, id));
        return writes;
    }

    private Optional<Upload> begun(Arrival arrival, Document next, List<Write> with) {
        var writes = new ArrayList<>(with);
        writes.addAll(beginning(arrival.tenant(), next));
        return rows.wrote(writes, UploadDeed.of(arrival.filename(), next))
                ? Optional.of(sent(arrival.tenant(), next.revised()))
                : Optional.empty();
    }

    /** What was announced has come. @param next with the revision that was read */
    Optional<Upload> begun(Tenant tenant, Document next) {
        return rows.wrote(beginning(tenant, next)) ? Optional.of(sent(tenant, next.revised())) : Optional.empty();
    }

    private static List<Write> beginning(Tenant tenant, Document next) {
        return List.of(DocumentRows.change(tenant, next), DocumentRows.work(tenant, next.documentId()));
    }

    private Upload sent(Tenant tenant, Document document) {
        if (document.state().status() != Status.UPLOADING) work.accept(tenant, document.documentId());
        return new Upload.Accepted(document);
    }
}
