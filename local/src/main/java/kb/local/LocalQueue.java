package kb.local;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kb.Background;
import kb.documents.Catalog;
import kb.ingest.Result;
import kb.ingest.WorkQueue;
import kb.ingest.Worker;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in this process, one piece at a time.
 *
 * <p>It may be lost with the process, and an outage may keep the sender from telling of it: what is unfinished has a row
 * in the table, and from {@link #start} on all that is not here is taken from there, again and again.
 */
final class LocalQueue implements WorkQueue, AutoCloseable {
    /**
     * How long work waits for a part that is down. A call gives up after nine seconds of silence, so work goes on within
     * 30 seconds of the part's return; and a part that is down is asked by one document at a time.
     */
    static final Duration PAUSE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(LocalQueue.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ingest").daemon().factory());
    private final AtomicReference<Worker> worker = new AtomicReference<>();
    private final Set<Work> waiting = ConcurrentHashMap.newKeySet();
    private final Duration pause;

    LocalQueue(Duration pause) {
        this.pause = pause;
    }

    /**
     * Before this, work is taken in but not begun.
     *
     * @param alone whether no other process works on these documents: then whoever did is dead
     */
    void start(Background background, boolean alone) {
        worker.set(background.worker());
        var catalog = background.catalog();
        if (alone) catalog.work().forEach(work -> catalog.release(work.tenant(), work.documentId()));
        thread.scheduleWithFixedDelay(() -> refill(catalog), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refill(Catalog catalog) {
        try {
            for (var unfinished : catalog.work()) send(new Work(unfinished.tenant(), unfinished.documentId()));
        } catch (Unavailable down) {
            LOG.warn("unfinished work is looked for again later: {}", down.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("unfinished work could not be looked for", bug);
        }
    }

    /** Work that waits already is not sent twice. */
    @Override
    public void send(Work work) {
        later(work, Duration.ZERO);
    }

    private void later(Work work, Duration delay) {
        if (!waiting.add(work)) return;
        try {
            thread.schedule(() -> run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.info("work on document {} waits for the next start", work.documentId());
        }
    }

    private void run(Work work) {
        waiting.remove(work);
        var ready = worker.get();
        if (ready == null) return; // start() finds it in the table
        try {
            if (ready.work(work) == Result.LATER) later(work, pause);
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            if (thread.isShutdown())
                LOG.info("work on document {} was cut off and waits for the next start", work.documentId());
            else LOG.error("work on document {} failed and is tried again", work.documentId(), bug);
            later(work, pause);
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
