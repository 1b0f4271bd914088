package kb.documents;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may work on a document: one worker at a time, known by its number.
 *
 * @param number grows with each worker; a worker with an older number finds its changes refused
 * @param until when the worker counts as dead; empty when nobody works
 */
public record Lease(int number, Optional<Instant> until) {
    public static final Duration TERM = Duration.ofSeconds(60);

    public static final Lease NONE = new Lease(0, Optional.empty());

    public boolean active(Instant now) {
        return until.filter(now::isBefore).isPresent();
    }

    Lease next(Instant now) {
        return new Lease(number + 1, Optional.of(now.plus(TERM)));
    }

    Lease renewed(Instant now) {
        return new Lease(number, Optional.of(now.plus(TERM)));
    }

    Lease ended() {
        return new Lease(number, Optional.empty());
    }
}
