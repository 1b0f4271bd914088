package kb.ingest;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kb.search.Space;

/**
 * Sees to it that the wanted index serves everybody.
 *
 * <p>It looks each time whether another index is wanted, which is one small read, and now and then whether all is as it
 * should be.
 */
public final class IndexChange {
    private static final int LOOKS_BETWEEN_PASSES = 12;

    private final AtomicReference<Space> reached = new AtomicReference<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Migration migration;

    public IndexChange(Migration migration) {
        this.migration = migration;
    }

    /** @param between as for {@link Migration#run}, which says too what is thrown */
    public void look(Runnable between) {
        var due = looks.getAndIncrement() % LOOKS_BETWEEN_PASSES == 0;
        if (due || !migration.wanted().equals(reached.get())) reached.set(migration.run(between));
    }
}
