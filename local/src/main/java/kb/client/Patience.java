package kb.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before a request is sent again.
 *
 * @param attempts how often a request is sent at most when the service is down or unreachable
 * @param longestWindow a limit on requests that lasts longer is not waited for
 */
record Patience(int attempts, Duration longestWindow) {
    /** The longest window in which a service counts requests is an hour. */
    static final Patience USUAL = new Patience(8, Duration.ofMinutes(61));

    /** What nobody repairs within two minutes is said instead of waited for. */
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(2);

    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);

    /** @param attempt how often it was sent, from 1 on @param wanted what the answer says in {@code retry-after} */
    Optional<Duration> before(int attempt, int status, Optional<Duration> wanted) {
        return switch (status) {
            // a window that opens again is no failure, however often it closes
            case 429 -> wanted.filter(pause -> pause.compareTo(longestWindow) <= 0);
            case 0, 502, 503, 504 ->
                attempt >= attempts
                        ? Optional.empty()
                        : Optional.of(wanted.orElse(step(attempt)))
                                .filter(pause -> pause.compareTo(LONGEST_OUTAGE) <= 0);
            // another request is at what this one asks for
            case 409 -> attempt >= attempts ? Optional.empty() : wanted;
            default -> Optional.empty();
        };
    }

    private static Duration step(int attempt) {
        var doubled = Duration.ofMillis(500L << Math.min(attempt, 10));
        return doubled.compareTo(LONGEST_STEP) < 0 ? doubled : LONGEST_STEP;
    }
}
