package kb.local;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kb.Background;
import kb.documents.Catalog;
import kb.ingest.Shift;
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
    private static final Logger LOG = LoggerFactory.getLogger(LocalQueue.class);

    private static final int STOP_MILLISECONDS = 2_000;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("ingest").daemon().factory());
    private final String name = UUID.randomUUID().toString();
    private final AtomicReference<Worker> worker = new AtomicReference<>();
    private final AtomicReference<Catalog> catalog = new AtomicReference<>();
    private final AtomicReference<Work> atWork = new AtomicReference<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Set<Work> waiting = ConcurrentHashMap.newKeySet();
    private final Pace pace;

    LocalQueue(Pace pace) {
        this.pace = pace;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Before this, work is taken in but not begun.
     *
     * @param alone whether no other process works on these documents: then whoever did is dead
     */
    void start(Background background, boolean alone) {
        var all = background.catalog();
        catalog.set(all);
        worker.set(background.worker());
        if (alone) all.work().forEach(work -> all.release(work.tenant(), work.documentId()));
        thread.scheduleWithFixedDelay(this::refill, 0, pace.pause().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refill() {
        try {
            for (var unfinished : catalog.get().work()) send(new Work(unfinished.tenant(), unfinished.documentId()));
        } catch (Unavailable down) {
            LOG.warn("unfinished work is looked for again later: {}", down.getMessage());
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            // thrown further, it would be the last time
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
        atWork.set(work);
        try {
            switch (ready.work(work, shift())) {
                case DONE -> {}
                case MORE -> later(work, Duration.ZERO);
                case LATER -> later(work, pace.pause());
            }
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            if (stopping.get())
                LOG.info(
                        "work on document {} was cut off and waits for the next start: {}",
                        work.documentId(),
                        bug.toString());
            else LOG.error("work on document {} failed and is tried again", work.documentId(), bug);
            later(work, pace.pause());
        } finally {
            atWork.set(null);
        }
    }

    private Shift shift() {
        var whole =
                pace.slice().map(time -> Shift.of(name, time, System::nanoTime)).orElseGet(() -> Shift.endless(name));
        return whole.orUntil(stopping::get);
    }

    /**
     * Lets the piece at work come to its next stop, interrupts it when that takes long, and gives back what it holds in any
     * case: an orderly end is no crash. What is left is done after the next start.
     */
    @Override
    public void close() {
        stopping.set(true);
        thread.shutdown();
        try {
            if (ended()) return;
            var cutOff = atWork.get();
            thread.shutdownNow();
            if (!ended()) LOG.info("unfinished work waits for the next start");
            if (cutOff != null) catalog.get().release(cutOff.tenant(), cutOff.documentId(), name);
        } catch (Unavailable down) {
            LOG.warn("work that was cut off could not be given back: {}", down.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended() throws InterruptedException {
        return thread.awaitTermination(STOP_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
}
