package kb.erasure;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import kb.chat.StoredQuotes;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Removal;
import kb.erasure.Receipt.Swept;
import kb.files.DocumentFiles;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.Everywhere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases a document everywhere, and counts what is left.
 *
 * <p>It is out of everyone's sight before anything else happens. Its mark goes last, so whatever interrupts an erasure, the
 * mark says that it is to be finished. While someone may still be working on the document, the mark stays.
 */
public final class Erasure {
    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    /** More than a request has to erase a document. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

    private final Catalog catalog;
    private final Removal removal;
    private final Everywhere indexes;
    private final DocumentFiles files;
    private final StoredQuotes quotes;
    private final Optional<Duration> backups;
    private final Clock clock;

    /** @param backups how long backups are kept that are made by themselves */
    public Erasure(
            Catalog catalog,
            Removal removal,
            Everywhere indexes,
            DocumentFiles files,
            StoredQuotes quotes,
            Optional<Duration> backups,
            Clock clock) {
        this.catalog = catalog;
        this.removal = removal;
        this.indexes = indexes;
        this.files = files;
        this.quotes = quotes;
        this.backups = backups;
        this.clock = clock;
    }

    /** @return empty when there is no such document; one whose erasure was interrupted is one */
    public Optional<Receipt> erase(Tenant tenant, UUID id) {
        return removal.bury(tenant, id).map(buried -> sweep(tenant, buried.document(), buried.records()));
    }

    /** Goes on with an erasure, unless whoever asked for it may still be at it; empty when there is none. */
    public Optional<Receipt> resume(Tenant tenant, UUID id) {
        return catalog.stored(tenant, id).filter(this::isAbandoned).map(document -> sweep(tenant, document, 0));
    }

    /** Whether a receipt that is being made cannot miss what is erased here. */
    private boolean isAbandoned(Document document) {
        var begun = document.state().changedAt();
        return document.buried() && begun.plus(LONGEST_REQUEST).isBefore(clock.instant());
    }

    private Receipt sweep(Tenant tenant, Document document, int records) {
        var id = document.documentId();
        var vectors = swept(Part.INDEX, () -> indexes.delete(tenant, id), () -> indexes.count(tenant, id));
        var objects = swept(Part.STORAGE, () -> files.deleteAll(tenant, id), () -> files.count(tenant, id));
        var quoted = Swept.of(quotes.erase(tenant, id), quotes.left(tenant, id));
        var nobodyAtIt = !document.state().lease().active(clock.instant());
        var clean = vectors.isClean() && objects.isClean() && quoted.isClean();
        var removed = records + (clean && nobodyAtIt ? removal.remove(tenant, id) : 0);
        var rows = Swept.of(removed, removal.left(tenant, document));
        return new Receipt(id, vectors, objects, rows, quoted, backups.map(clock.instant()::plus));
    }

    /** A part that is down is swept later. */
    private static Swept swept(Part part, LongSupplier erase, LongSupplier count) {
        try {
            // one that hangs leaves the others some time
            return Deadline.within(0.35, () -> Swept.of(erase.getAsLong(), count.getAsLong()));
        } catch (Unavailable down) {
            if (down.part() != part) throw down;
            LOG.warn("an erasure waits: {}", down.getMessage(), down);
            return Swept.UNKNOWN;
        }
    }
}
