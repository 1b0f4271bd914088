package kb.erasure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an erasure did, and what it found left afterwards.
 *
 * @param vectors in the index
 * @param objects in storage
 * @param records in the table
 * @param quotes in stored answers
 * @param backupsUntil until when backups made before may still hold the document; empty where none are made by themselves
 */
public record Receipt(
        UUID documentId, Swept vectors, Swept objects, Swept records, Swept quotes, Optional<Instant> backupsUntil) {
    /** What one store said; empty when it did not answer. */
    public record Swept(Optional<Long> erased, Optional<Long> left) {
        static final Swept UNKNOWN = new Swept(Optional.empty(), Optional.empty());

        static Swept of(long erased, long left) {
            return new Swept(Optional.of(erased), Optional.of(left));
        }

        boolean isClean() {
            return left.equals(Optional.of(0L));
        }
    }

    /** Whether nothing is left; otherwise the erasure is finished later by itself. */
    public boolean complete() {
        return Stream.of(vectors, objects, records, quotes).allMatch(Swept::isClean);
    }
}
