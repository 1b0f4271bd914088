package kb.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kb.people.Person;
import kb.store.Key;
import kb.store.Sha256;
import kb.store.Table;

/** Counts the requests of each person, by kind and window of time. */
public final class RequestCounter {
    /** Rows outlive their window by this, so that a late addition starts none anew. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final String REQUESTS = "requests";

    private final Table table;
    private final Clock clock;

    public RequestCounter(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** @param used requests so far, this one included @param left until the window ends */
    public record Count(long used, Duration left) {}

    /** Counts one more. */
    public Count add(Person person, String kind, Duration window) {
        var now = clock.instant();
        var start = now.getEpochSecond() - now.getEpochSecond() % window.toSeconds();
        var end = Instant.ofEpochSecond(start).plus(window);
        var key = new Key(
                "requests#" + person.tenant().id() + "#" + Sha256.hex(person.id()),
                kind + "#" + Instant.ofEpochSecond(start));
        var used = table.add(key, REQUESTS, 1, Optional.of(end.plus(GRACE)));
        return new Count(used, Duration.between(now, end));
    }
}
