package kb.ingest;

import java.util.UUID;
import kb.people.Tenant;

/** Brings each unfinished document to {@link IngestService}, at least once. */
@FunctionalInterface
public interface WorkQueue {
    void send(Work work);

    /** Sends what was left lying. It may be in the queue all the same, and whoever reminds comes again. */
    default void remind(Work work) {
        send(work);
    }

    /** A document that is to be ingested. */
    record Work(Tenant tenant, UUID documentId) {}
}
