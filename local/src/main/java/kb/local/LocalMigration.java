package kb.local;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kb.ingest.IndexChange;
import kb.ingest.Migration;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes over to another index in a thread of its own, beside everything else.
 *
 * <p>After each batch it rests, so that documents that are uploaded meanwhile have their turn.
 */
final class LocalMigration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalMigration.class);
    private static final Duration REST = Duration.ofMillis(50);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reindex").daemon().factory());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final IndexChange change;

    LocalMigration(Migration migration, Pace pace) {
        this.change = new IndexChange(migration);
        thread.scheduleWithFixedDelay(this::look, 0, pace.pause().dividedBy(4).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            change.look(this::rest);
        } catch (Unavailable down) {
            LOG.warn("a change of the index waits: {}", down.getMessage());
        } catch (CancellationException stopped) {
            LOG.info("a change of the index goes on after the next start");
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            if (stopping.getCount() > 0) LOG.error("a change of the index failed and is tried again", failure);
            else LOG.info("a change of the index was cut off and goes on after the next start: {}", failure.toString());
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
