package kb.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import kb.files.DocumentFiles;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Table;
import kb.store.Write;

/**
 * Takes documents in: the same bytes once, each name to one document, whatever arrives at the same time.
 *
 * <p>Nothing is looked up first and trusted later: a decision is written on condition that all it was made from is
 * unchanged, else it is made again. The bytes are stored before the record, and the record before an upload returns: what
 * is accepted is not lost.
 */
public final class UploadService {
    private final DocumentRows rows;
    private final DocumentFiles files;
    private final BiConsumer<Tenant, UUID> work;
    private final Supplier<UUID> newId;
    private final Clock clock;

    /** @param work takes a document that waits to be read */
    public UploadService(
            Table table, DocumentFiles files, BiConsumer<Tenant, UUID> work, Supplier<UUID> newId, Clock clock) {
        this.rows = new DocumentRows(table);
        this.files = files;
        this.work = work;
        this.newId = newId;
        this.clock = clock;
    }

    /** What became of an upload. */
    public sealed interface Upload {
        /** It waits to be read, or is being read. */
        record Accepted(Document document) implements Upload {}

        /** Its bytes were here already; nothing is read or paid again. */
        record Known(Document document) implements Upload {}

        /** Its name belongs to a document with other bytes; nothing was stored. */
        record NameTaken(UUID holder) implements Upload {}

        /** Its bytes have more names than a document may have; nothing was stored. */
        record TooManyNames(Document document, int most) implements Upload {}
    }

    /** @param replace whether the upload may become the next version of a name that leads to other bytes */
    public Upload upload(Person by, Filename filename, byte[] pdf, boolean replace) {
        var source = new Source(Keys.sha256(pdf), pdf.length, by.name(), clock.instant());
        var arrival = new Arrival(by.tenant(), filename.text(), source);
        while (true) {
            var known = known(arrival);
            Optional<Upload> upload =
                    switch (Admission.decide(known.sameBytes(), arrival.filename(), known.name(), replace)) {
                        case Admission.Known(var document) -> Optional.of(found(document));
                        case Admission.Taken(var holder) -> Optional.of(new Upload.NameTaken(holder));
                        case Admission.Alias(var document) -> also(arrival, known, document);
                        case Admission.Again(var failed, var named) -> again(arrival, known, failed, named);
                        case Admission.Fresh() -> add(arrival, known, pdf, true);
                        case Admission.Successor() -> add(arrival, known, pdf, false);
                    };
            if (upload.isPresent()) return upload.get();
        }
    }

    private record Arrival(Tenant tenant, String filename, Source source) {}

    private Known known(Arrival arrival) {
        return rows.known(arrival.tenant(), arrival.source().sha256(), arrival.filename());
    }

    private static Upload found(Document document) {
        return document.state().status() == Status.READY ? new Upload.Known(document) : new Upload.Accepted(document);
    }

    private Optional<Upload> also(Arrival arrival, Known known, Document document) {
        if (!document.hasRoomForNames()) return Optional.of(new Upload.TooManyNames(document, Document.MOST_NAMES));
        var name = new Name(arrival.filename(), known.name().next(), true);
        var named = document.also(name);
        var writes = naming(arrival, known, named, name);
        writes.add(DocumentRows.change(arrival.tenant(), named));
        return rows.wrote(writes) ? Optional.of(found(named.revised())) : Optional.empty();
    }

    private Optional<Upload> again(Arrival arrival, Known known, Document failed, boolean named) {
        var queued = failed.in(failed.state().queuedAgain(clock.instant()));
        var writes = new ArrayList<Write>();
        if (named && failed.hasRoomForNames()) {
            var name = new Name(arrival.filename(), known.name().next(), true);
            queued = queued.also(name);
            writes.addAll(naming(arrival, known, queued, name));
        }
        writes.add(DocumentRows.change(arrival.tenant(), queued));
        return begun(arrival.tenant(), queued.revised(), writes);
    }

    /** @param held whether the name leads to the document from now on, or only when it is ready */
    private Optional<Upload> add(Arrival arrival, Known known, byte[] pdf, boolean held) {
        var tenant = arrival.tenant();
        var name = new Name(arrival.filename(), known.name().next(), held);
        var document = new Document(
                newId.get(),
                arrival.source(),
                List.of(name),
                Optional.empty(),
                List.of(),
                State.queued(clock.instant()),
                0);
        var id = document.documentId();
        rows.register(tenant); // first, so that the janitor finds what an upload that breaks off leaves in storage
        files.putPdf(tenant, id, pdf);
        var sha256 = arrival.source().sha256();
        var writes = naming(arrival, known, document, name);
        writes.add(DocumentRows.change(
                tenant, sha256, known.content(), known.content().with(id)));
        writes.add(DocumentRows.add(tenant, document));
        var added = begun(tenant, document, writes);
        if (added.isEmpty()) files.deleteAll(tenant, id);
        return added;
    }

    private static List<Write> naming(Arrival arrival, Known known, Document document, Name name) {
        var id = document.documentId();
        var row = known.name();
        var writes = new ArrayList<Write>();
        writes.add(DocumentRows.change(
                arrival.tenant(), name.filename(), row, name.held() ? row.givenTo(id) : row.promised()));
        writes.add(DocumentRows.version(arrival.tenant(), name, id));
        return writes;
    }

    private Optional<Upload> begun(Tenant tenant, Document document, List<Write> writes) {
        writes.add(DocumentRows.work(tenant, document.documentId()));
        if (!rows.wrote(writes)) return Optional.empty();
        work.accept(tenant, document.documentId());
        return Optional.of(new Upload.Accepted(document));
    }
}
