package kb.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A PDF someone uploaded: one sequence of bytes, under one or more names.
 *
 * @param names in the order they were given; never empty
 * @param revision counts the changes of this record; a writer says which one it read
 */
public record Document(
        UUID documentId,
        Source source,
        List<Name> names,
        Optional<String> title,
        List<String> tags,
        State state,
        int revision) {
    /** So that all rows of a document fit in one transaction. */
    static final int MOST_NAMES = 40;

    public Document {
        names = List.copyOf(names);
        tags = List.copyOf(tags);
    }

    /** The name it is shown under: the first it holds, else the first it had. */
    public Name name() {
        return names.stream().filter(Name::held).findFirst().orElseGet(names::getFirst);
    }

    /** The one somebody gave it, else the one that the file states. */
    public Optional<String> shownTitle() {
        return title.or(() -> state.about().title());
    }

    /** Further names that lead to it. */
    public List<String> aliases() {
        return names.stream().filter(Name::held).skip(1).map(Name::filename).toList();
    }

    /** Whether one of its names has this part, in upper or lower case. */
    boolean isCalled(String part) {
        var wanted = part.toLowerCase(Locale.ROOT);
        return names.stream()
                .anyMatch(name -> name.filename().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Whether some name leads to it. */
    public boolean current() {
        return names.stream().anyMatch(Name::held);
    }

    /** Whether search and answers may use it. */
    public boolean visible() {
        return current() && state.status() == Status.READY;
    }

    /** Whether another version took its place. */
    public boolean superseded() {
        return !current() && state.status() == Status.READY;
    }

    /** Whether it is being erased. */
    public boolean buried() {
        return state.status() == Status.DELETING;
    }

    /** Whether it has this name, or is to have it once it is ready. @param live the highest version that ever held it */
    boolean claims(String filename, int live) {
        return names.stream()
                .anyMatch(name -> name.filename().equals(filename) && (name.held() || name.version() > live));
    }

    /** Whether its bytes are still to come. */
    public boolean awaitsBytes() {
        return state.status() == Status.UPLOADING;
    }

    /** Whether it failed because what lies in storage is not what was announced. */
    boolean lacksItsBytes() {
        return state.error()
                .filter(failure -> Source.MISSING.contains(failure.code()))
                .isPresent();
    }

    boolean hasRoomForNames() {
        return names.size() < MOST_NAMES;
    }

    /** Whoever brings the bytes knows best how many they are. */
    Document of(long bytes) {
        return new Document(documentId, source.of(bytes), names, title, tags, state, revision);
    }

    Document also(Name name) {
        var more = new ArrayList<>(names);
        more.add(name);
        return named(more);
    }

    Document taking(Name wanted) {
        return renamed(name -> name.equals(wanted) ? name.held(true) : name);
    }

    Document losing(String filename) {
        return renamed(name -> name.filename().equals(filename) ? name.held(false) : name);
    }

    Document withoutNames() {
        return renamed(name -> name.held(false));
    }

    private Document renamed(UnaryOperator<Name> change) {
        return named(names.stream().map(change).toList());
    }

    private Document named(List<Name> others) {
        return new Document(documentId, source, others, title, tags, state, revision);
    }

    public Document in(State next) {
        return new Document(documentId, source, names, title, tags, next, revision);
    }

    /** To be tried again. What a person corrected stands on the pages as that person saw them: these are not read anew. */
    Document queuedAgain(Instant at) {
        return in(source.corrections().isPresent() ? state.queuedWithPages(at) : state.queuedAgain(at));
    }

    Document described(Optional<String> otherTitle, List<String> otherTags) {
        return new Document(documentId, source, names, otherTitle, otherTags, state, revision);
    }

    Document revised() {
        return new Document(documentId, source, names, title, tags, state, revision + 1);
    }
}
