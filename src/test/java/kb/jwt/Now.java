package kb.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands where the tests' tokens are valid, until a test moves it. */
final class Now extends Clock {
    private final AtomicReference<Instant> instant = new AtomicReference<>(Instant.ofEpochSecond(Tokens.NOW));

    void forward(Duration time) {
        instant.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return instant.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests run in UTC");
    }
}
