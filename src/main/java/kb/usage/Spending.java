package kb.usage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose account the calls of models go to.
 *
 * <p>It is bound to the thread that makes them, so that no port needs a parameter for it; where none is bound nobody pays.
 */
public final class Spending {
    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);
    private static final ScopedValue<Spending> CURRENT = ScopedValue.newInstance();

    private final Account account;
    private final Ledger ledger;
    private final LongConsumer settle;
    private final AtomicLong spent = new AtomicLong();
    private final AtomicLong tokens = new AtomicLong();

    Spending(Account account, Ledger ledger, LongConsumer settle) {
        this.account = account;
        this.ledger = ledger;
        this.settle = settle;
    }

    /** Enters a call that was made; it is made, so that it cannot be entered is no reason to lose what it brought. */
    public static void report(Use use) {
        if (CURRENT.isBound()) CURRENT.get().enter(use);
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
        }
    }

    /** Does the work on this account, and settles it. */
    public <T> T of(Supplier<T> work) {
        try {
            return ScopedValue.where(CURRENT, this).call(work::get);
        } finally {
            end();
        }
    }

    /** Nothing more is spent. */
    public void end() {
        try {
            settle.accept(spent.get());
        } catch (Unavailable down) {
            LOG.error("a budget keeps what was set aside of it", down);
        }
    }
}
