package kb.local;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application of objects that have come into storage, beside whoever put them; one that is missed, the janitor finds. */
final class Arrivals implements Consumer<String>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("arrivals").daemon().factory());
    private final Consumer<String> application;

    Arrivals(Consumer<String> application) {
        this.application = application;
    }

    @Override
    public void accept(String name) {
        try {
            thread.execute(() -> tell(name));
        } catch (RejectedExecutionException stopping) {
            LOG.info("an object came while stopping; the janitor finds it");
        }
    }

    private void tell(String name) {
        try {
            application.accept(name);
        } catch (Unavailable down) {
            LOG.warn("an object that came is looked at later: {}", down.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("an object that came could not be looked at", bug);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
