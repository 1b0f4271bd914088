package kb.ingest;

import java.util.UUID;
import kb.activity.Activity;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.erasure.Erasure;
import kb.erasure.Receipt;
import kb.outside.Unavailable;
import kb.people.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a document waits for, whatever that is: ingestion, leaving the index, or the rest of its erasure. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Catalog catalog;
    private final IngestService ingest;
    private final Indexing indexing;
    private final Erasure erasure;
    private final Activity activity;

    public Worker(Catalog catalog, IngestService ingest, Indexing indexing, Erasure erasure, Activity activity) {
        this.catalog = catalog;
        this.ingest = ingest;
        this.indexing = indexing;
        this.erasure = erasure;
        this.activity = activity;
    }

    public Result work(WorkQueue.Work work, Shift shift) {
        var tenant = work.tenant();
        var id = work.documentId();
        try {
            return activity.of(tenant, () -> work(tenant, id, shift));
        } catch (Unavailable down) {
            LOG.warn("work on document {} waits: {}", id, down.getMessage());
            return Result.LATER;
        }
    }

    /** Lets a document fail that is still not ready after all that was tried; a deletion goes on. */
    public Result giveUp(WorkQueue.Work work, Shift shift) {
        return activity.of(work.tenant(), () -> ingest.giveUp(work.tenant(), work.documentId(), shift));
    }

    private Result work(Tenant tenant, UUID id, Shift shift) {
        var document = catalog.stored(tenant, id);
        if (document.isEmpty()) {
            catalog.worked(tenant, id);
            return Result.DONE;
        }
        return switch (document.get().state().status()) {
            case QUEUED, PARSING, EMBEDDING -> ingested(tenant, id, shift);
            case READY -> ready(tenant, id, document.get().superseded());
            case DELETING -> erased(tenant, id);
            case UPLOADING, FAILED -> Result.DONE;
        };
    }

    /** Whoever deletes a document while it is being read leaves the rest to its reader. */
    private Result ingested(Tenant tenant, UUID id, Shift shift) {
        var result = ingest.ingest(tenant, id, shift);
        var buried = catalog.stored(tenant, id).filter(Document::buried);
        return buried.isPresent() ? erased(tenant, id) : result;
    }

    private Result ready(Tenant tenant, UUID id, boolean superseded) {
        if (superseded) indexing.retire(tenant, id);
        return Result.DONE;
    }

    private Result erased(Tenant tenant, UUID id) {
        var complete = erasure.resume(tenant, id).filter(Receipt::complete).isPresent();
        return complete ? Result.DONE : Result.LATER;
    }
}
