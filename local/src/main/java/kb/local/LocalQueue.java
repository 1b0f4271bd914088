package kb.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kb.Background;
import kb.ingest.Result;
import kb.ingest.WorkQueue;
import kb.ingest.Worker;
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

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ingest").daemon().factory());
    private final AtomicReference<Worker> worker = new AtomicReference<>();
    private final Set<Work> waiting = ConcurrentHashMap.newKeySet();

    /** Before this, work is taken in but not begun. Nobody else works on these documents, so old leases are void. */
    void start(Background background) {
        worker.set(background.worker());
        for (var unfinished : background.catalog().work()) {
            background.catalog().release(unfinished.tenant(), unfinished.documentId());
            send(new Work(unfinished.tenant(), unfinished.documentId()));
        }
    }

    /** Work that waits already is not sent twice. */
    @Override
    public void send(Work work) {
        if (waiting.add(work)) later(work, 0);
    }

    private void later(Work work, int seconds) {
        try {
            thread.schedule(() -> run(work), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.info("work on document {} waits for the next start", work.documentId());
        }
    }

    private void run(Work work) {
        waiting.remove(work);
        var ready = worker.get();
        if (ready == null) return; // start() sends it again
        try {
            if (ready.work(work) == Result.LATER) later(work, RETRY_SECONDS);
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            if (thread.isShutdown())
                LOG.info("work on document {} was cut off and waits for the next start", work.documentId());
            else LOG.error("work on document {} failed and is tried again", work.documentId(), bug);
            later(work, RETRY_SECONDS);
        }
    }

    /** Interrupts the piece at work and waits a moment for it; what is left is done after the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(3, TimeUnit.SECONDS)) LOG.info("unfinished work waits for the next start");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
