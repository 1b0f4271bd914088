package kb.outside;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Until when the request at hand must be answered.
 *
 * <p>It is bound to the thread that answers, so that no port needs a parameter for it: whoever calls a part asks here how
 * long that may take. Where none is bound, as during ingestion, each call has the most that its adapter allows.
 */
public final class Deadline {
    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final long end;
    private final LongSupplier nanoTime;

    private Deadline(long end, LongSupplier nanoTime) {
        this.end = end;
        this.nanoTime = nanoTime;
    }

    public static Deadline after(Duration time) {
        return after(time, System::nanoTime);
    }

    /** @param nanoTime counts as {@link System#nanoTime} does */
    public static Deadline after(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + time.toNanos(), nanoTime);
    }

    /** Does the work inside this deadline, and inside any that is bound already. */
    public <T> T keep(Supplier<T> work) {
        var outer = CURRENT.isBound() ? CURRENT.get() : this;
        return ScopedValue.where(CURRENT, remaining() < outer.remaining() ? this : outer)
                .call(work::get);
    }

    /** The same work for another thread, inside the deadline that is bound here. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        if (!CURRENT.isBound()) return work;
        var deadline = CURRENT.get();
        return () -> deadline.keep(work);
    }

    /**
     * Does the work in a share of the time that is left, so that there is some for what comes when it fails.
     *
     * @param share from 0 to 1
     */
    public static <T> T within(double share, Supplier<T> work) {
        if (!CURRENT.isBound()) return work.get();
        var whole = CURRENT.get();
        var part = (long) (Math.max(0, whole.remaining()) * share);
        return after(Duration.ofNanos(part), whole.nanoTime).keep(work);
    }

    /**
     * How long a call to a part may take.
     *
     * @param most when there is more time, or no deadline
     * @throws Unavailable of that part when there is no time left: nothing is sent that nobody can wait for
     */
    public static Duration left(Part part, Duration most) {
        if (CURRENT.isBound() && CURRENT.get().remaining() <= 0) {
            throw new Unavailable(part, new TimeoutException("there is no time left to ask"));
        }
        return left(most);
    }

    /** The same for a caller that has asked before: when no time is left it has a moment, never none or less. */
    public static Duration left(Duration most) {
        if (!CURRENT.isBound()) return most;
        return Duration.ofNanos(Math.clamp(CURRENT.get().remaining(), 1_000_000, most.toNanos()));
    }

    private long remaining() {
        return end - nanoTime.getAsLong();
    }
}
