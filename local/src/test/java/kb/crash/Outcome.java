package kb.crash;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How a run went on after its process was killed.
 *
 * @param effect whether the operation was acknowledged, or took effect without, or did not happen
 * @param healed how long it took from the next start
 * @param again how many passages were embedded a second time
 */
record Outcome(String point, String effect, Duration healed, int again, Collection<String> complaints) {
    /** It did not even come to that. */
    static Outcome broken(String point, Throwable failure) {
        return new Outcome(point, "unknown", Duration.ZERO, 0, List.of(failure.toString()));
    }

    static String heading() {
        return "%-48s %-14s %9s %16s".formatted("killed at", "the operation", "healed in", "embedded twice");
    }

    String line() {
        var seconds = healed.toMillis() / 1000.0;
        var line = "%-48s %-14s %7.1f s %16d".formatted(point, effect, seconds, again);
        return complaints.isEmpty() ? line : line + "   " + complaints;
    }
}
