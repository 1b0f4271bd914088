package kb.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which index a tenant's documents are found in.
 *
 * @param count grows with each change of this row and each time a document comes into sight: while it stays the same, the
 *     index holds all of what is visible
 * @param space the index that searches ask; none before the first document came into sight
 * @param next the index that is being filled to take its place
 */
public record IndexRow(long count, Optional<String> space, Optional<String> next) {
    public static final IndexRow NONE = new IndexRow(0, Optional.empty(), Optional.empty());

    /** All indexes that a document has to be in before it comes into sight. */
    public List<String> all() {
        return Stream.concat(space.stream(), next.stream()).toList();
    }

    /** @param in where the document is that came into sight */
    IndexRow appeared(String in) {
        return new IndexRow(count + 1, space.or(() -> Optional.of(in)), next);
    }

    public IndexRow filling(Optional<String> other) {
        return new IndexRow(count + 1, space, other);
    }

    /** What was being filled serves from now on. */
    public IndexRow switched() {
        return new IndexRow(count + 1, next, Optional.empty());
    }
}
