package kb.local;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kb.documents.Catalog;
import kb.ingest.IngestService;
import kb.ingest.WorkQueue;
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
     * How long work waits for a part that is down. A call gives up after eight seconds of silence, so work goes on within
     * 30 seconds of the part's return; and a part that is down is asked by one document at a time.
     */
    static final Duration PAUSE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(LocalQueue.class);

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ingest").daemon().factory());
    private final AtomicReference<IngestService> ingest = new AtomicReference<>();
    private final Set<Work> here = ConcurrentHashMap.newKeySet();
    private final Duration pause;

    LocalQueue(Duration pause) {
        this.pause = pause;
    }

    /** Before this, work is taken in but not begun. */
    void start(IngestService service, Catalog catalog) {
        ingest.set(service);
        worker.scheduleWithFixedDelay(() -> refill(catalog), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refill(Catalog catalog) {
        try {
            for (var unfinished : catalog.unfinished()) send(new Work(unfinished.tenant(), unfinished.documentId()));
        } catch (Unavailable down) {
            LOG.warn("unfinished work is looked for again later: {}", down.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("unfinished work could not be looked for", bug);
        }
    }

    @Override
    public void send(Work work) {
        if (here.add(work)) later(work, Duration.ZERO);
    }

    private void later(Work work, Duration delay) {
        try {
            worker.schedule(() -> run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.info("work on document {} waits for the next start", work.documentId());
        }
    }

    private void run(Work work) {
        try {
            var service = ingest.get();
            if (service != null && service.ingest(work) == IngestService.Result.LATER) {
                later(work, pause);
            } else {
                here.remove(work);
            }
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            LOG.error("work on document {} failed and is tried again", work.documentId(), bug);
            later(work, pause);
        }
    }

    /** Lets the piece at work finish for a moment; what is left is done after the next start. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) LOG.info("unfinished work waits for the next start");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
