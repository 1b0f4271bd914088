package kb.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A PDF someone uploaded, in one version.
 *
 * @param version counts the documents that had this name, from 1 on
 * @param current whether this is the version of its name that search may find
 * @param revision counts the changes of this record; a writer says which one it read
 */
public record Document(
        UUID documentId,
        Source source,
        Optional<String> title,
        List<String> tags,
        int version,
        boolean current,
        State state,
        int revision) {
    public Document {
        tags = List.copyOf(tags);
    }

    /** Whether search and answers may use it. */
    public boolean isVisible() {
        return current && state.status() == Status.READY;
    }

    public Document in(State next) {
        return new Document(documentId, source, title, tags, version, current, next, revision);
    }

    Document from(Source other) {
        return new Document(documentId, other, title, tags, version, current, state, revision);
    }

    Document revised() {
        return new Document(documentId, source, title, tags, version, current, state, revision + 1);
    }
}
