package kb.documents;

import java.util.List;
import java.util.Optional;

/**
 * Where a document stands on its way from bytes to answers.
 *
 * @param attempts how often work on it was begun since something was last achieved
 */
public record State(Status status, Progress progress, Optional<Failure> error, List<String> warnings, int attempts) {
    public static final State QUEUED = new State(Status.QUEUED, Progress.NONE, Optional.empty(), List.of(), 0);

    public State {
        warnings = List.copyOf(warnings);
    }

    /** Work begins, or begins again: an attempt is counted until something is achieved. */
    public State begun() {
        var next = status == Status.QUEUED ? Status.PARSING : status;
        return new State(next, progress, Optional.empty(), warnings, attempts + 1);
    }

    public State read(int pagesDone, int pages) {
        return new State(status, new Progress(pagesDone, pages, 0, 0), error, warnings, attempts);
    }

    /** All pages are read and cut; chunks that were done before an interruption stay done. */
    public State cut(int pages, int chunks) {
        var done = progress.chunks() == chunks ? progress.chunksDone() : 0;
        return new State(Status.EMBEDDING, new Progress(pages, pages, done, chunks), error, warnings, attempts);
    }

    public State indexed(int chunksDone) {
        var next = new Progress(progress.pages(), progress.pages(), chunksDone, progress.chunks());
        return new State(status, next, error, warnings, 0);
    }

    public State ready(List<String> withWarnings) {
        return new State(Status.READY, progress, Optional.empty(), withWarnings, 0);
    }

    public State failed(Failure why) {
        return new State(Status.FAILED, progress, Optional.of(why), warnings, attempts);
    }

    /** Back in the queue through no fault of the document's: the attempt does not count. */
    public State postponed() {
        return new State(Status.QUEUED, progress, Optional.empty(), warnings, Math.max(0, attempts - 1));
    }
}
