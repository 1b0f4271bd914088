package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @ParameterizedTest
    @CsvSource({"900, 840", "240, 180", "60, 45", "1, 0.75"})
    void it_ends_with_a_minute_to_spare_or_a_quarter_of_a_short_time(long seconds, double after) {
        var shift = Shift.of("one", Duration.ofSeconds(seconds), now::get);
        var end = (long) (after * 1_000_000_000);
        now.addAndGet(end - 1);
        assertFalse(shift.isOver());
        now.addAndGet(1);
        assertTrue(shift.isOver());
    }

    @Test
    void it_ends_when_its_worker_is_told_to_stop() {
        var stopped = new AtomicBoolean();
        var shift = Shift.endless("one").orUntil(stopped::get);
        assertFalse(shift.isOver());
        stopped.set(true);
        assertTrue(shift.isOver());
        assertEquals("one", shift.worker());
    }
}
