package kb.weaviate;

import static kb.weaviate.Answers.unavailable;
import static kb.weaviate.Answers.value;

import io.weaviate.client.WeaviateClient;
import io.weaviate.client.v1.schema.model.WeaviateClass;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import kb.outside.Deadline;
import kb.outside.Part;

/** That a collection is there and as it must be: seen to once, by one of those who come at the same time. */
final class Readiness {
    private final WeaviateClient client;
    private final Collection collection;
    private final AtomicBoolean seen = new AtomicBoolean();
    private final AtomicBoolean retired = new AtomicBoolean();
    private final ReentrantLock seeing = new ReentrantLock();

    Readiness(WeaviateClient client, Collection collection) {
        this.client = client;
        this.collection = collection;
    }

    boolean isSeen() {
        return seen.get();
    }

    /** It is not to be made again. */
    void retire() {
        retired.set(true);
    }

    void notRetired() {
        if (retired.get()) throw unavailable("the collection was dropped");
    }

    /** Makes it where it is missing. */
    void see() {
        notRetired();
        if (!seen.get()) alone(this::look);
    }

    /** The same, whether it was seen before or not. */
    void seeAgain() {
        notRetired();
        if (!seen.get() || !exists()) alone(this::lookAgain);
    }

    private void lookAgain() {
        seen.set(false);
        look();
    }

    private void look() {
        notRetired();
        if (seen.get()) return;
        if (!collection.fits(existing().orElseGet(this::made))) throw unavailable("the collection has another schema");
        seen.set(true);
    }

    private void alone(Runnable work) {
        try {
            if (!seeing.tryLock(Deadline.left(Part.INDEX, Wire.READ).toNanos(), TimeUnit.NANOSECONDS))
                throw unavailable("the collection is still being looked at");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable("told to stop");
        }
        try {
            work.run();
        } finally {
            seeing.unlock();
        }
    }

    private boolean exists() {
        return value(client.schema().exists().withClassName(collection.name()).run());
    }

    private Optional<WeaviateClass> existing() {
        var answer =
                client.schema().classGetter().withClassName(collection.name()).run();
        var isMissing = answer.hasErrors() ? answer.getError().getStatusCode() == 404 : answer.getResult() == null;
        return isMissing ? Optional.empty() : Optional.of(value(answer));
    }

    private WeaviateClass made() {
        var made = client.schema()
                .classCreator()
                .withClass(collection.definition())
                .run();
        // 422: another process was faster, and what it made is looked at next
        if (made.hasErrors() && made.getError().getStatusCode() != 422) value(made);
        return existing().orElseThrow(() -> unavailable("the collection is gone again"));
    }
}
