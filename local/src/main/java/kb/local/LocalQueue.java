package kb.local;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kb.documents.Catalog;
import kb.ingest.IngestService;
import kb.ingest.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in this process, one piece at a time.
 *
 * <p>It may be lost with the process: what is unfinished has a row in the table, and {@link #start} sends it again.
 */
final class LocalQueue implements WorkQueue, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalQueue.class);
    private static final int RETRY_SECONDS = 20;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ingest").daemon().factory());
    private final AtomicReference<IngestService> ingest = new AtomicReference<>();

    /** Before this, work is taken in but not begun. */
    void start(IngestService service, Catalog catalog) {
        ingest.set(service);
        for (var unfinished : catalog.unfinished()) send(new Work(unfinished.tenant(), unfinished.documentId()));
    }

    @Override
    public void send(Work work) {
        later(work, 0);
    }

    private void later(Work work, int seconds) {
        try {
            worker.schedule(() -> run(work), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.info("work on document {} waits for the next start", work.documentId());
        }
    }

    private void run(Work work) {
        var service = ingest.get();
        if (service == null) return; // start() sends it again
        try {
            if (service.ingest(work) == IngestService.Result.LATER) later(work, RETRY_SECONDS);
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            if (worker.isShutdown())
                LOG.info("work on document {} was cut off and waits for the next start", work.documentId());
            else LOG.error("work on document {} failed and is tried again", work.documentId(), bug);
            later(work, RETRY_SECONDS);
        }
    }

    /** Interrupts the piece at work and waits a moment for it; what is left is done after the next start. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(3, TimeUnit.SECONDS)) LOG.info("unfinished work waits for the next start");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
