package kb.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kb.pages.About;

/**
 * Where a document stands on its way from bytes to answers.
 *
 * @param attempts how often work on it ended abruptly since something was last achieved
 * @param about what the file says of itself
 * @param changedAt when anything was last achieved, tried or asked for
 * @param queuedAt since when its bytes are there to be worked on; documents that were queued before it was asked for have none
 */
public record State(
        Status status,
        Progress progress,
        Optional<Failure> error,
        List<String> warnings,
        int attempts,
        Lease lease,
        Instant changedAt,
        About about,
        Optional<Instant> queuedAt) {
    public State {
        warnings = List.copyOf(warnings);
        about = about == null ? About.NOTHING : about; // documents that were read before it was asked for
        queuedAt = queuedAt == null ? Optional.empty() : queuedAt; // likewise
    }

    public State(
            Status status,
            Progress progress,
            Optional<Failure> error,
            List<String> warnings,
            int attempts,
            Lease lease,
            Instant changedAt) {
        this(status, progress, error, warnings, attempts, lease, changedAt, About.NOTHING, Optional.empty());
    }

    public static State queued(Instant at) {
        return begin(Status.QUEUED, Lease.NONE, at, Optional.of(at));
    }

    private static State begin(Status status, Lease lease, Instant at, Optional<Instant> queued) {
        return new State(status, Progress.NONE, Optional.empty(), List.of(), 0, lease, at, About.NOTHING, queued);
    }

    /** From the start, whatever came of it before. */
    State queuedAgain(Instant at) {
        return begin(Status.QUEUED, lease.ended(), at, Optional.of(at));
    }

    /** Likewise, but with the pages that are in storage. */
    State queuedWithPages(Instant at) {
        var pages = new Progress(progress.pagesDone(), progress.pages(), 0, 0);
        return new State(
                Status.QUEUED, pages, Optional.empty(), List.of(), 0, lease.ended(), at, about, Optional.of(at));
    }

    /** Its bytes are still to come. */
    State uploading(Instant at) {
        return begin(Status.UPLOADING, lease.ended(), at, Optional.empty());
    }

    /** Work begins, or begins again. Whoever holds the lease still, and is another worker, has crashed. */
    State begun(Instant at, String worker) {
        var working = progress.allCut() ? Status.EMBEDDING : Status.PARSING;
        var next = status == Status.QUEUED ? working : status;
        var crashes = lease.held() && !lease.isOf(worker) ? attempts + 1 : attempts;
        return new State(
                next, progress, Optional.empty(), warnings, crashes, lease.next(at, worker), at, about, queuedAt);
    }

    /** These pages are in storage. */
    public State read(int pagesDone, int pages) {
        return with(status, new Progress(pagesDone, pages, 0, 0), 0);
    }

    /** All pages are read and cut; chunks that were done before an interruption stay done. */
    public State cut(int pages, int chunks) {
        var done = progress.chunks() == chunks ? progress.chunksDone() : 0;
        return with(Status.EMBEDDING, new Progress(pages, pages, done, chunks), attempts);
    }

    public State indexed(int chunksDone) {
        return with(status, new Progress(progress.pages(), progress.pages(), chunksDone, progress.chunks()), 0);
    }

    /** Back in the queue through no fault of the document's. */
    public State postponed() {
        return with(Status.QUEUED, progress, attempts).idle();
    }

    /** Work on it ended abruptly. */
    public State abandoned() {
        return with(status, progress, attempts + 1).idle();
    }

    /** What was read is not there: from the start, later. */
    public State unread() {
        return with(Status.QUEUED, Progress.NONE, attempts).idle();
    }

    State ready(List<String> withWarnings) {
        return new State(
                Status.READY, progress, Optional.empty(), withWarnings, 0, lease.ended(), changedAt, about, queuedAt);
    }

    /** It is to fail, once what it has in storage is gone. */
    State refused(Failure why) {
        return new State(status, progress, Optional.of(why), warnings, attempts, lease, changedAt, about, queuedAt);
    }

    public State failed(Failure why) {
        return new State(
                Status.FAILED,
                progress,
                Optional.of(why),
                warnings,
                attempts,
                lease.ended(),
                changedAt,
                about,
                queuedAt);
    }

    /** Out of everyone's sight, until all of it is erased; whoever works on it may notice late. */
    State deleting(Instant at) {
        return new State(Status.DELETING, progress, error, warnings, attempts, lease, at, about, queuedAt);
    }

    /** Nobody works on it. */
    State idle() {
        return new State(status, progress, error, warnings, attempts, lease.ended(), changedAt, about, queuedAt);
    }

    /** The worker is alive. */
    State at(Instant now) {
        var renewed = lease.held() ? lease.renewed(now) : lease;
        return new State(status, progress, error, warnings, attempts, renewed, now, about, queuedAt);
    }

    /** What the file says of itself is known. */
    public State knowing(About known) {
        return new State(status, progress, error, warnings, attempts, lease, changedAt, known, queuedAt);
    }

    private State with(Status next, Progress made, int tried) {
        return new State(next, made, error, warnings, tried, lease, changedAt, about, queuedAt);
    }
}
