package kb.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A name that one person uploads to, and what that person knows of it. */
final class Title {
    /** What the owner was last told of a document. */
    enum Fate {
        KEPT,
        /** To be deleted, but no answer came. */
        DOUBTFUL,
        DELETED
    }

    record Version(Paper paper, String id, AtomicReference<Fate> fate) {
        boolean is(Fate wanted) {
            return fate.get() == wanted;
        }
    }

    private final List<Version> versions = new ArrayList<>();
    private final AtomicReference<Paper> unanswered = new AtomicReference<>();
    private final AtomicBoolean seen = new AtomicBoolean();

    /** Before a paper is sent. */
    void ask(Paper paper) {
        unanswered.set(paper);
    }

    /** It was accepted. */
    Version answered(String id) {
        var version = new Version(unanswered.getAndSet(null), id, new AtomicReference<>(Fate.KEPT));
        versions.add(version);
        return version;
    }

    /** A version of it was ready. */
    void seen() {
        seen.set(true);
    }

    List<Version> versions() {
        return List.copyOf(versions);
    }

    Optional<Paper> unanswered() {
        return Optional.ofNullable(unanswered.get());
    }

    List<Paper> papers() {
        var papers = new ArrayList<>(versions.stream().map(Version::paper).toList());
        unanswered().ifPresent(papers::add);
        return papers;
    }

    /** Whether a search is to show some version of it at any time. */
    boolean isShown() {
        return seen.get() && versions.stream().allMatch(version -> version.is(Fate.KEPT));
    }

    /** The document the name leads to in the end, where that is certain. */
    Optional<Version> last() {
        if (versions.isEmpty() || unanswered().isPresent()) return Optional.empty();
        return Optional.of(versions.getLast()).filter(version -> version.is(Fate.KEPT));
    }
}
