package kb.local;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import kb.documents.Catalog;
import kb.documents.UploadService;
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
        look(() -> application.accept(name));
    }

    /** Looks at whatever may have come before anybody listened, as when the process before this one was killed. */
    void missed(Catalog catalog, UploadService uploads) {
        look(() -> catalog.work().forEach(work -> uploads.complete(work.tenant(), work.documentId())));
    }

    private void look(Runnable at) {
        try {
            thread.execute(() -> tell(at));
        } catch (RejectedExecutionException stopping) {
            LOG.info("an object came while stopping; the janitor finds it");
        }
    }

    private static void tell(Runnable look) {
        try {
            look.run();
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
