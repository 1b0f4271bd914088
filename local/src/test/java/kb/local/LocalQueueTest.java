package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import kb.App;
import kb.Inside;
import kb.documents.Filename;
import kb.documents.State;
import kb.documents.Upload;
import kb.histories.MemoryIndex;
import kb.histories.Parts;
import kb.histories.TextReader;
import kb.ingest.PdfReader;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An orderly end, wherever the work is, counts as no crash. */
@Timeout(60)
class LocalQueueTest {
    private static final Person WREN = new Person(new Tenant("mill"), "wren", "Wren");
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), Optional.empty());

    private final Parts parts = Parts.around(new MemoryTable(Clock.systemUTC()), new MemoryIndex());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Inside inside(PdfReader reader) {
        return inside(reader, parts.outside().documents());
    }

    private Inside inside(PdfReader reader, Table documents) {
        var given = parts.outside();
        return Inside.of(new App.Outside(
                documents,
                given.chats(),
                given.objects(),
                given.spaces(),
                given.embedders(),
                reader,
                given.queue(),
                given.gate(),
                given.newId(),
                given.clock()));
    }

    /** Reads a document until the queue is closed, and says how it stands then and to the next process. */
    private void leavesNoTrace(PdfReader reader) throws Exception {
        var inside = inside(reader);
        var upload = inside.uploads().upload(WREN, new Filename("mill.pdf"), TextReader.pdf("The mill."), false);
        var id = assertInstanceOf(Upload.Accepted.class, upload).document().documentId();
        try (var queue = new LocalQueue(PACE)) {
            queue.start(inside.background(), true);
            begun.await();
        }
        try {
            assertEquals(Optional.empty(), state(inside, id).lease().until());
            assertEquals(0, state(inside, id).attempts());
        } finally {
            closed.countDown();
        }
        try (var next = new LocalQueue(PACE)) {
            next.start(inside(parts.reader()).background(), true);
            awaitEnd(inside, id);
        }
        assertEquals(kb.documents.Status.READY, state(inside, id).status());
    }

    private static void awaitEnd(Inside inside, UUID id) throws InterruptedException {
        while (state(inside, id).status().isUnfinished()) {
            if (Thread.interrupted()) throw new InterruptedException("in vain");
            Thread.onSpinWait();
        }
    }

    private static State state(Inside inside, UUID id) {
        return inside.background()
                .catalog()
                .stored(WREN.tenant(), id)
                .orElseThrow()
                .state();
    }

    @Test
    void of_one_who_hears_that_it_is_to_stop() throws Exception {
        leavesNoTrace((pdf, first, pages) -> {
            begun.countDown();
            try {
                closed.await();
                throw new AssertionError("nobody said so");
            } catch (InterruptedException told) {
                throw new IllegalStateException("whatever breaks when a thread is interrupted", told);
            }
        });
    }

    @Test
    void of_one_who_hears_nothing() throws Exception {
        leavesNoTrace((pdf, first, pages) -> {
            begun.countDown();
            while (true) {
                try {
                    closed.await();
                    return parts.reader().read(pdf, first, pages);
                } catch (InterruptedException ignored) {
                    // native code does not hear it either
                }
            }
        });
    }

    @Test
    void unfinished_work_is_looked_for_again_whatever_was_thrown() throws Exception {
        var inside =
                inside(parts.reader(), brokenOnceFor("ingest", parts.outside().documents()));
        var upload = inside.uploads().upload(WREN, new Filename("mill.pdf"), TextReader.pdf("The mill."), false);
        var id = assertInstanceOf(Upload.Accepted.class, upload).document().documentId();
        try (var queue = new LocalQueue(PACE)) {
            queue.start(inside.background(), false);
            awaitEnd(inside, id);
        }
        assertEquals(0, begun.getCount(), "nothing was thrown");
        assertEquals(kb.documents.Status.READY, state(inside, id).status());
    }

    private Table brokenOnceFor(String thread, Table table) {
        return (Table) Proxy.newProxyInstance(
                Table.class.getClassLoader(), new Class<?>[] {Table.class}, (_, method, arguments) -> {
                    if (begun.getCount() > 0 && Thread.currentThread().getName().equals(thread)) {
                        begun.countDown();
                        throw new StackOverflowError();
                    }
                    try {
                        return method.invoke(table, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
