package kb.local;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kb.ingest.Migration;
import kb.outside.Unavailable;
import kb.search.Space;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes over to another index in a thread of its own, beside everything else.
 *
 * <p>It looks often whether another index is wanted, which is one small read, and now and then whether all is as it should be.
 * After each batch it rests, so that documents that are uploaded meanwhile have their turn.
 */
final class LocalMigration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalMigration.class);
    private static final int LOOKS_BETWEEN_PASSES = 12;
    private static final Duration REST = Duration.ofMillis(50);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reindex").daemon().factory());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicReference<Space> reached = new AtomicReference<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Migration migration;

    LocalMigration(Migration migration, Duration look) {
        this.migration = migration;
        thread.scheduleWithFixedDelay(this::look, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            var due = looks.getAndIncrement() % LOOKS_BETWEEN_PASSES == 0;
            if (due || !migration.wanted().equals(reached.get())) reached.set(migration.run(this::rest));
        } catch (Unavailable down) {
            LOG.warn("a change of the index waits: {}", down.getMessage());
        } catch (CancellationException stopped) {
            LOG.info("a change of the index goes on after the next start");
        } catch (RuntimeException | LinkageError failure) {
            if (stopping.getCount() > 0) LOG.error("a change of the index failed and is tried again", failure);
            else LOG.info("a change of the index was cut off and goes on after the next start");
        }
    }

    private void rest() {
        try {
            if (!stopping.await(REST.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new CancellationException();
    }

    /** Lets it end its batch; the rest is done after the next start. */
    @Override
    public void close() {
        stopping.countDown();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) thread.shutdownNow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
