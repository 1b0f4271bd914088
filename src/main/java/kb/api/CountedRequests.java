package kb.api;

import java.time.Duration;
import java.util.Optional;
import kb.http.Caller;
import kb.http.Limiter;
import kb.http.Rate;
import kb.http.Standing;
import kb.outside.Deadline;
import kb.usage.RequestCounter;

/** Counts requests in the table, so that all processes count together. */
public final class CountedRequests implements Limiter {
    /** Comes before the route's own time. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private final RequestCounter counter;

    public CountedRequests(RequestCounter counter) {
        this.counter = counter;
    }

    @Override
    public Optional<Standing> count(Caller caller, Rate rate) {
        var count = Deadline.after(TIME).keep(() -> counter.add(Asker.person(caller), rate.kind(), rate.window()));
        var seconds = Math.ceilDiv(count.left().toMillis(), 1_000L);
        return Optional.of(new Standing(rate, count.used(), Math.toIntExact(Math.max(1, seconds))));
    }
}
