package kb.ingest;

import java.util.UUID;
import java.util.function.UnaryOperator;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Failure;
import kb.documents.Lease;
import kb.documents.State;
import kb.people.Tenant;

/** One worker at one document: what it says is refused once another has taken the document over. */
record Stretch(Catalog catalog, Tenant tenant, UUID id, Lease lease) {
    /** Notes what was achieved. */
    Document achieve(UnaryOperator<State> step) {
        return catalog.advance(tenant, id, lease, step);
    }

    Document fail(Failure why) {
        return achieve(state -> state.failed(why));
    }

    void release() {
        catalog.release(tenant, id, lease);
    }
}
