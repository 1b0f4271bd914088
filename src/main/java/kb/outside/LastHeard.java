package kb.outside;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How a part did when it was last needed: for one that costs too much to be asked only to know. */
public final class LastHeard {
    private final Part part;
    private final Clock clock;
    private final AtomicReference<Optional<State>> last = new AtomicReference<>(Optional.empty());

    public LastHeard(Part part, Clock clock) {
        this.part = part;
        this.clock = clock;
    }

    /** @param well whether it answered */
    public record State(boolean well, Instant at) {}

    public void well() {
        last.set(Optional.of(new State(true, clock.instant())));
    }

    public void failed() {
        last.set(Optional.of(new State(false, clock.instant())));
    }

    public Part part() {
        return part;
    }

    /** Empty while it was not needed yet. */
    public Optional<State> state() {
        return last.get();
    }
}
