package kb.outside;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562, 5.7): their order is the order in which they were made here (6.2, method 1). */
public final class TimeOrderedIds implements Supplier<UUID> {
    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID get() {
        var now = clock.millis() << 12 | random.nextLong() & 0x07ff;
        var moment = last.accumulateAndGet(now, (before, next) -> Math.max(before + 1, next));
        var high = moment >>> 12 << 16 | 0x7000 | moment & 0x0fff;
        var low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
