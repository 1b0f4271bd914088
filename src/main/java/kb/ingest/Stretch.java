package kb.ingest;

import java.util.UUID;
import java.util.function.UnaryOperator;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Failure;
import kb.documents.Lease;
import kb.documents.State;
import kb.outside.Unavailable;
import kb.people.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker at one document: what it says is refused once another has taken the document over. */
record Stretch(Catalog catalog, Tenant tenant, UUID id, Lease lease, Shift shift) {
    private static final Logger LOG = LoggerFactory.getLogger(Stretch.class);

    Document note(UnaryOperator<State> step) {
        return catalog.advance(tenant, id, lease, step, ReadingDeed::ended);
    }

    /** Notes what need not be done again, and ends the work there when its time is over. */
    Document achieve(UnaryOperator<State> step) {
        var document = note(step);
        if (shift.isOver()) throw new Shift.Over();
        return document;
    }

    Document fail(Failure why) {
        return note(state -> state.failed(why));
    }

    /** Stops here. Where that cannot be noted the same worker finds it so when it begins again, and any other after a while. */
    void stop(UnaryOperator<State> with) {
        try {
            note(with);
        } catch (Catalog.Gone | Unavailable unnoted) {
            LOG.warn("it could not be noted that work on document {} stopped: {}", id, unnoted.getMessage());
        }
    }

    void release() {
        catalog.release(tenant, id, shift.worker());
    }
}
