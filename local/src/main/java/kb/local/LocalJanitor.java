package kb.local;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kb.ingest.Janitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the janitor each minute. */
final class LocalJanitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJanitor.class);
    private static final int SECONDS = 60;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("janitor").daemon().factory());

    LocalJanitor(Janitor janitor) {
        timer.scheduleWithFixedDelay(() -> run(janitor), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private static void run(Janitor janitor) {
        try {
            janitor.run();
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            LOG.error("the janitor failed and comes again in a minute", failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
