package kb.api;

import static kb.api.Keyed.call;
import static kb.api.Keyed.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kb.http.Body;
import kb.http.Event;
import kb.http.Problem;
import kb.http.Response;
import kb.outside.Deadline;
import kb.people.Person;
import kb.people.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceInTimeTest {
    private final Keyed keyed;

    OnceInTimeTest(@TempDir Path data) {
        keyed = new Keyed(data);
    }

    @AfterEach
    void close() throws Exception {
        keyed.close();
    }

    @Test
    void a_key_is_kept_for_a_day() {
        var handler = keyed.once(keyed::count);
        handler.handle(call("a", "k"));
        keyed.clock().forward(Duration.ofHours(24).minusSeconds(1));
        handler.handle(call("a", "k"));
        assertEquals(1, keyed.done().get());
        keyed.clock().forward(Duration.ofSeconds(1));
        handler.handle(call("b", "k"));
        assertEquals(2, keyed.done().get());
    }

    @Test
    void while_the_first_is_at_work_the_second_is_told_when_to_come_back() throws Exception {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var handler = keyed.once(call -> {
            begun.countDown();
            awaited(finish);
            return keyed.count(call);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> handler.handle(call("a", "k")));
            awaited(begun);
            assertEquals(new Problem.RequestInProgress(2), refused(handler, call("a", "k")));
            assertInstanceOf(Problem.IdempotencyKeyReused.class, refused(handler, call("b", "k")));
            finish.countDown();
            assertEquals(first.get(), handler.handle(call("a", "k")));
        }
        assertEquals(1, keyed.done().get());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_process_that_died_holds_its_key_a_little_longer_than_its_request_had() {
        var person = new Person(new Tenant("t1"), "wren", "Wren");
        Deadline.after(Duration.ofSeconds(60))
                .keep(() -> keyed.repeats().begin(person, "k", "who asked never comes back"));
        var handler = keyed.once(keyed::count);
        keyed.clock().forward(Duration.ofSeconds(65));
        assertInstanceOf(Problem.IdempotencyKeyReused.class, refused(handler, call("a", "k")));
        keyed.clock().forward(Duration.ofSeconds(6));
        assertEquals(202, handler.handle(call("a", "k")).status());
    }

    @Test
    void a_stream_goes_on_when_its_caller_has_gone() {
        var handler = new Once(keyed.repeats())
                .of(
                        (_, note) -> Response.events(receiver -> {
                            receiver.accept(new Event("one", "1"));
                            receiver.accept(new Event("two", "2"));
                            keyed.repeats()
                                    .keep(
                                            note,
                                            Map.of(
                                                    "number",
                                                    Integer.toString(
                                                            keyed.done().incrementAndGet())));
                        }),
                        (_, answer) -> Response.json(200, answer));
        var stream = (Body.Events) handler.handle(call("a", "k")).body();
        var heard = new AtomicInteger();
        assertThrows(Body.CallerGone.class, () -> stream.stream().sendTo(_ -> {
            heard.incrementAndGet();
            throw new Body.CallerGone(new IllegalStateException());
        }));
        assertEquals(1, heard.get());
        assertEquals(Response.json(200, Map.of("number", "1")), handler.handle(call("a", "k")));
    }
}
