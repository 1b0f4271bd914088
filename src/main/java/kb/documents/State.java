package kb.documents;

import java.util.List;
import java.util.Optional;

/**
 * Where a document stands on its way from bytes to answers.
 *
 * @param attempts how often reading it was begun without an end
 */
public record State(Status status, Progress progress, Optional<Failure> error, List<String> warnings, int attempts) {
    public static final State QUEUED = new State(Status.QUEUED, Progress.NONE, Optional.empty(), List.of(), 0);

    public State {
        warnings = List.copyOf(warnings);
    }

    public State parsing() {
        return new State(Status.PARSING, Progress.NONE, Optional.empty(), warnings, attempts + 1);
    }

    public State read(int pagesDone, int pages) {
        return new State(status, new Progress(pagesDone, pages, 0, 0), error, warnings, attempts);
    }

    public State embedding(int pages, int chunksDone, int chunks) {
        return new State(Status.EMBEDDING, new Progress(pages, pages, chunksDone, chunks), error, warnings, attempts);
    }

    public State ready(List<String> withWarnings) {
        return new State(Status.READY, progress, Optional.empty(), withWarnings, 0);
    }

    public State failed(Failure why) {
        return new State(Status.FAILED, progress, Optional.of(why), warnings, attempts);
    }

    /** Back in the queue through no fault of the document's: the attempt does not count. */
    public State postponed() {
        var undone = status == Status.PARSING ? attempts - 1 : attempts;
        return new State(Status.QUEUED, progress, Optional.empty(), warnings, undone);
    }
}
