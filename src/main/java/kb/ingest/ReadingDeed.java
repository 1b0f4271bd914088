package kb.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.documents.Document;
import kb.documents.Status;

/** The end of work on a document as the log of what was done keeps it. */
public final class ReadingDeed {
    public static final String READY = "ready";
    public static final String FAILED = "failed";
    public static final String CHUNKS = "chunks";
    public static final String TIME = "processing_ms";
    public static final String TIMED = "processing_timed";

    private ReadingDeed() {}

    /** Of a document that has failed; nothing where work goes on. */
    static Optional<Deed> ended(Document document) {
        var state = document.state();
        return Optional.of(document)
                .filter(one -> state.status() == Status.FAILED)
                .map(one -> of(one, state.changedAt()));
    }

    /** @param document that is ready or has failed */
    static Deed of(Document document, Instant now) {
        var state = document.state();
        var ready = state.status() == Status.READY;
        var chunks = ready ? state.progress().chunks() : 0;
        var deed = Deed.of(Kind.DOCUMENT, "process", document.documentId())
                .with("chunks_created", (long) chunks)
                .with("uploaded_by", document.source().uploadedBy())
                .counting(ready ? READY : FAILED, 1)
                .counting(CHUNKS, chunks);
        var timed = state.queuedAt()
                .map(queued -> timed(deed, Duration.between(queued, now).toMillis()))
                .orElse(deed);
        return state.error().map(why -> timed.failed(why.code())).orElse(timed);
    }

    /** Work on a document ended abruptly. */
    static void brokenOff(UUID id) {
        Activity.did(Deed.of(Kind.ERROR, "work-broken-off", id)
                .with("component", "ingestion")
                .with("level", "ERROR")
                .failed("work on a document ended abruptly; it is tried again, and the log says why")
                .counting("errors.ingestion", 1));
    }

    private static Deed timed(Deed deed, long time) {
        return deed.with("duration_ms", time).counting(TIME, time).counting(TIMED, 1);
    }
}
