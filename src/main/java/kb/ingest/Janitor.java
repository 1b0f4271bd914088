package kb.ingest;

import java.time.Clock;
import java.time.Duration;
import kb.chat.Deletions;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Status;
import kb.documents.Tenants;
import kb.documents.UploadService;
import kb.erasure.Erasure;
import kb.erasure.Residue;
import kb.people.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that nothing stays unfinished for ever, and that nothing stays that belongs to nothing. */
public final class Janitor {
    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
    private static final Duration STUCK = Duration.ofMinutes(2);
    private static final Duration UPLOAD = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    private final Catalog catalog;
    private final Tenants tenants;
    private final UploadService uploads;
    private final Erasure erasure;
    private final Deletions chats;
    private final Residue residue;
    private final WorkQueue queue;
    private final Clock clock;

    public Janitor(
            Catalog catalog,
            Tenants tenants,
            UploadService uploads,
            Erasure erasure,
            Deletions chats,
            Residue residue,
            WorkQueue queue,
            Clock clock) {
        this.catalog = catalog;
        this.tenants = tenants;
        this.uploads = uploads;
        this.erasure = erasure;
        this.chats = chats;
        this.residue = residue;
        this.queue = queue;
        this.clock = clock;
    }

    /** To be called about once a minute, by anyone and by several at once. */
    public void run() {
        for (var work : catalog.work()) {
            catalog.stored(work.tenant(), work.documentId())
                    .ifPresentOrElse(
                            document -> see(work.tenant(), document),
                            () -> catalog.worked(work.tenant(), work.documentId()));
        }
        chats.finishAll();
        tenants.due(clock.instant().minus(BETWEEN_LOOKS)).ifPresent(this::lookThrough);
    }

    private void see(Tenant tenant, Document document) {
        var state = document.state();
        var idle = Duration.between(state.changedAt(), clock.instant());
        if (state.status() == Status.UPLOADING) {
            if (idle.compareTo(UPLOAD) > 0) erasure.erase(tenant, document.documentId());
            else uploads.complete(tenant, document.documentId());
        } else if (idle.compareTo(STUCK) > 0) {
            queue.remind(new WorkQueue.Work(tenant, document.documentId()));
        }
    }

    private void lookThrough(Tenant tenant) {
        var removed = residue.remove(tenant);
        if (!removed.isNothing()) LOG.warn("removed what belonged to no document: {}", removed);
        tenants.lookedThrough(tenant, clock.instant());
    }
}
