package kb.usage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose account the calls of models go to, and what they may take.
 *
 * <p>It is bound to the thread that makes them, so that no port needs a parameter for it; where none is bound nobody pays.
 */
public final class Spending {
    /** The longest text that is paid for, in tokens. */
    public static final int LONGEST_TEXT = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);
    private static final ScopedValue<Spending> CURRENT = ScopedValue.newInstance();

    private final Account account;
    private final Ledger ledger;
    private final Allowance allowance;
    private final Supplier<Duration> untilNextMonth;
    private final AtomicLong allowed;
    private final AtomicLong spent = new AtomicLong();
    private final AtomicLong tokens = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param allowed what is set aside already */
    Spending(Account account, Ledger ledger, Allowance allowance, long allowed, Supplier<Duration> untilNextMonth) {
        this.account = account;
        this.ledger = ledger;
        this.allowance = allowance;
        this.allowed = new AtomicLong(allowed);
        this.untilNextMonth = untilNextMonth;
    }

    /** Enters a call that was made; it is made, so that it cannot be entered is no reason to lose what it brought. */
    public static void report(Use use) {
        if (CURRENT.isBound()) CURRENT.get().enter(use);
    }

    /** Whether what is spent here has an end, so that calls are to be no longer than they were let through for. */
    public static boolean isLimited() {
        return CURRENT.isBound() && CURRENT.get().allowance != Allowance.UNLIMITED;
    }

    /**
     * Asks for a call that takes no more than this; where it goes beyond what is set aside, more is.
     *
     * @param read at most, in tokens @param written at most
     * @return empty when it may be made, else how long it is until there is money again
     */
    public static Optional<Duration> refusal(String model, long read, long written) {
        if (!isLimited() || CURRENT.get().permits(model, read, written)) return Optional.empty();
        return Optional.of(CURRENT.get().untilNextMonth.get());
    }

    private synchronized boolean permits(String model, long read, long written) {
        var most = ledger.nanos(model, read, written);
        if (spent.get() + most <= allowed.get()) return true;
        if (!allowance.holds(most)) return false;
        allowed.set(spent.get() + most);
        return true;
    }

    /** @param tokens read and written, as they were reported or estimated */
    public record Taken(long tokens, long nanos) {}

    /** What went to the account at hand so far; nothing where none is bound. */
    public static Taken taken() {
        if (!CURRENT.isBound()) return new Taken(0, 0);
        return new Taken(CURRENT.get().tokens.get(), CURRENT.get().spent.get());
    }

    private void enter(Use use) {
        tokens.addAndGet(use.read() + use.written());
        try {
            spent.addAndGet(ledger.enter(account, use));
        } catch (Unavailable down) {
            LOG.error("a call of a model is not in the ledger: {}", use, down);
            spent.addAndGet(ledger.nanos(use.model(), use.read(), use.written()));
        }
    }

    /** Does the work on this account, and gives back what is left of it. */
    public <T> T of(Supplier<T> work) {
        try {
            return ScopedValue.where(CURRENT, this).call(work::get);
        } finally {
            end();
        }
    }

    /** Nothing more is spent. */
    public void end() {
        if (ended.getAndSet(true)) return;
        try {
            allowance.end();
        } catch (Unavailable down) {
            LOG.warn("what was set aside of a budget is given back when its time is over", down);
        }
    }
}
