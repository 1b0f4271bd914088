package kb.local;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kb.Pdfs;

/** People who upload, replace and delete, each as fast as the twin answers, from the first round of all until the end. */
final class Traffic implements AutoCloseable {
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch busy = new CountDownLatch(3);
    private final List<Future<Void>> all;

    Traffic(Supplier<TwinClient> client) throws InterruptedException {
        this.all = List.of(
                people.submit(repeated(client, (person, round) -> upload(person, "new" + round, round))),
                people.submit(repeated(client, (person, round) -> upload(person, "menu", round))),
                people.submit(repeated(client, (person, round) -> {
                    var id = upload(person, "short" + round, round);
                    person.delete(id);
                })));
        busy.await();
    }

    private interface Step {
        void make(TwinClient person, int round) throws Exception;
    }

    private Callable<Void> repeated(Supplier<TwinClient> client, Step step) {
        return () -> {
            try (var person = client.get()) {
                for (int round = 0; !over.get(); round++) {
                    step.make(person, round);
                    if (round == 0) busy.countDown();
                }
                return null;
            } finally {
                busy.countDown();
            }
        };
    }

    /** Waits each third time until it is read, for work that piles up would be all that a backup meets. */
    private static String upload(TwinClient person, String name, int round) throws Exception {
        var text = "The paper %s of round %d tells of %d herons.".formatted(name, round, round * 7);
        var id = person.upload(name + ".pdf", Pdfs.of(text, "Page two of it."));
        if (round % 3 == 0) person.finished(id);
        return id;
    }

    /** Waits for the last round of each, and fails when something failed. */
    @Override
    public void close() {
        over.set(true);
        people.close();
        for (var person : all) {
            if (person.state() == Future.State.FAILED) throw new AssertionError(person.exceptionNow());
        }
    }
}
