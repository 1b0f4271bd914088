package kb.documents;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may work on a document: one worker at a time, known by its number.
 *
 * @param number grows with each worker; a worker with an older number finds its changes refused
 * @param until when the worker counts as dead; empty when nobody works
 * @param worker its name; empty when nobody works
 */
public record Lease(int number, Optional<Instant> until, Optional<String> worker) {
    public static final Duration TERM = Duration.ofSeconds(60);

    public static final Lease NONE = new Lease(0, Optional.empty(), Optional.empty());

    public boolean active(Instant now) {
        return until.filter(now::isBefore).isPresent();
    }

    /** Whether somebody has it who did not give it back, dead or alive. */
    boolean held() {
        return until.isPresent();
    }

    boolean isOf(String name) {
        return worker.filter(name::equals).isPresent();
    }

    Lease next(Instant now, String name) {
        return new Lease(number + 1, Optional.of(now.plus(TERM)), Optional.of(name));
    }

    Lease renewed(Instant now) {
        return new Lease(number, Optional.of(now.plus(TERM)), worker);
    }

    Lease ended() {
        return new Lease(number, Optional.empty(), Optional.empty());
    }
}
