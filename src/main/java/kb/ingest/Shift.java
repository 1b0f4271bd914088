package kb.ingest;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long a worker may work: whenever something is achieved it looks whether to go on, and what is left goes back into
 * the queue.
 *
 * @param worker its name, which no two workers have at the same time. It does one thing after the other: what it begins
 *     and finds already held in its own name it could not give back when it stopped
 * @param over whether it is to stop
 */
public record Shift(String worker, BooleanSupplier over) {
    /** Enough to cut a document of 5,000 pages, or for a call to every part that answers late. */
    private static final Duration RESERVE = Duration.ofMinutes(1);

    /** Ends with a minute to spare, or with a quarter of a time that is short. @param nanoTime counts as {@link System#nanoTime} does */
    public static Shift of(String worker, Duration time, LongSupplier nanoTime) {
        var quarter = time.dividedBy(4);
        var reserve = quarter.compareTo(RESERVE) < 0 ? quarter : RESERVE;
        var end = nanoTime.getAsLong() + time.minus(reserve).toNanos();
        return new Shift(worker, () -> nanoTime.getAsLong() - end >= 0);
    }

    public static Shift endless(String worker) {
        return new Shift(worker, () -> false);
    }

    /** The same, unless something else ends it before. */
    public Shift orUntil(BooleanSupplier stopped) {
        return new Shift(worker, () -> stopped.getAsBoolean() || over.getAsBoolean());
    }

    boolean isOver() {
        return over.getAsBoolean();
    }

    /** It is over although there is work left. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super("the shift is over", null, false, false);
        }
    }
}
