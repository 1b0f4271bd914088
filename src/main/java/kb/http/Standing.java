package kb.http;

/**
 * Where somebody stands with a rate.
 *
 * @param used requests of this window, the one at hand included
 * @param secondsLeft until the next window, rounded up
 */
public record Standing(Rate rate, long used, int secondsLeft) {

    /** @throws ProblemException when this is one request too many */
    void admit() {
        if (used <= rate.requests()) return;
        throw new ProblemException(new Problem.RateLimited(rate.requests(), seconds(), secondsLeft));
    }

    /** With the header fields of draft-ietf-httpapi-ratelimit-headers-06: later drafts have others, which hardly a client reads. */
    Response tell(Response response) {
        return response.with("ratelimit-limit", Integer.toString(rate.requests()))
                .with("ratelimit-remaining", Long.toString(Math.max(0, rate.requests() - used)))
                .with("ratelimit-reset", Integer.toString(secondsLeft))
                .with("ratelimit-policy", "%d;w=%d".formatted(rate.requests(), seconds()));
    }

    private int seconds() {
        return Math.toIntExact(rate.window().toSeconds());
    }
}
