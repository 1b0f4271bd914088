package kb.pdf;

import java.util.ArrayDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import kb.ingest.PdfReader.Down;

/**
 * Two threads that read the pages of a document by turns, each in a copy of its own.
 *
 * <p>Pages are given in order, and each is what one thread would have made of it: none depends on another.
 */
final class ByTurns implements AutoCloseable {
    private static final int THREADS = 2;
    /** A page may be as large as a {@code Frame}: more of them would fill the memory. */
    private static final int AHEAD = 6;
    /** As deep as the thread that reads alone has. */
    private static final int STACK = 1_000_000;

    private final BlockingQueue<PageReader> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS,
            Thread.ofPlatform().name("pages-", 1).stackSize(STACK).daemon().factory());

    private final Future<Boolean> opening;

    /** @param second opens the document again; where it can't, pages are read by the first alone */
    ByTurns(PageReader first, Supplier<PageReader> second) {
        idle.add(first);
        opening = threads.submit(() -> idle.add(second.get()));
    }

    /** @param first the next page to be given */
    void read(int first, Delivery delivery) {
        var ahead = new ArrayDeque<Future<PageReader.Attempt>>();
        try {
            for (int number = first; number <= delivery.last(); number++) {
                for (int next = number + ahead.size(); next <= delivery.last() && ahead.size() < AHEAD; next++)
                    ahead.add(begun(next, delivery));
                delivery.take(done(ahead.poll()));
            }
        } finally {
            ahead.forEach(page -> page.cancel(false));
        }
    }

    private Future<PageReader.Attempt> begun(int number, Delivery delivery) {
        return threads.submit(() -> {
            var reader = idle.take();
            try {
                return reader.read(number, delivery.budget(number));
            } finally {
                idle.add(reader);
            }
        });
    }

    private static PageReader.Attempt done(Future<PageReader.Attempt> page) {
        try {
            return page.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Down("was interrupted", stopping);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    /** Waits for nothing: whoever reads still closes its copy when it is done. */
    @Override
    public void close() {
        threads.execute(this::closeCopies);
        threads.shutdown();
    }

    private void closeCopies() {
        try {
            for (int copies = copies(); copies > 0; copies--) idle.take().close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private int copies() throws InterruptedException {
        try {
            return opening.get() ? THREADS : 1;
        } catch (ExecutionException onlyOne) {
            return 1;
        }
    }
}
