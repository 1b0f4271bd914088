package kb.local;

import java.time.Duration;
import java.util.Optional;

/**
 * How work is taken up.
 *
 * @param pause how long it waits for a part that is down. A call gives up after nine seconds of silence, so work goes on
 *     within 30 seconds of the part's return; and a part that is down is asked by one document at a time
 * @param slice how long one document is worked on before the next has its turn; to the end when empty
 */
public record Pace(Duration pause, Optional<Duration> slice) {
    static final Pace USUAL = new Pace(Duration.ofSeconds(20), Optional.empty());
}
