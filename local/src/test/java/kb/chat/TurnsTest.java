package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kb.outside.Deadline;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Tenant ACME = new Tenant("acme");
    private static final UUID CHAT = new UUID(1, 1);

    private final MovableClock clock = new MovableClock();
    private final Turns turns = new Turns(new MemoryTable(clock), UUID::randomUUID, clock);

    private Turns.Turn begun() {
        return turns.begin(ACME, CHAT).orElseThrow();
    }

    @Test
    void while_one_is_under_way_no_other_begins_in_the_same_chat() {
        var turn = begun();
        assertEquals(Optional.empty(), turns.begin(ACME, CHAT));
        assertTrue(turns.begin(ACME, new UUID(2, 2)).isPresent());
        assertTrue(turns.begin(new Tenant("other"), CHAT).isPresent());
        assertEquals("done", turn.of(() -> "done"));
        begun();
    }

    @Test
    void one_that_fails_is_over_too() {
        var turn = begun();
        assertThrows(
                ArithmeticException.class,
                () -> turn.of(() -> {
                    throw new ArithmeticException();
                }));
        begun();
    }

    @Test
    void one_whose_process_dies_ends_soon_after_its_request() {
        Deadline.after(Duration.ofSeconds(60)).keep(this::begun);
        clock.forward(Duration.ofSeconds(69));
        assertEquals(Optional.empty(), turns.begin(ACME, CHAT));
        clock.forward(Duration.ofSeconds(1));
        begun();
    }

    @Test
    void one_that_was_given_up_ends_no_later_one() {
        var late = Deadline.after(Duration.ofSeconds(60)).keep(this::begun);
        clock.forward(Duration.ofSeconds(70));
        begun();
        late.of(() -> "done");
        assertEquals(Optional.empty(), turns.begin(ACME, CHAT));
    }

    @Test
    void one_that_is_promised_and_never_begun_ends_after_ten_seconds() {
        Deadline.after(Duration.ofSeconds(60))
                .keep(() -> turns.promise(ACME, CHAT).orElseThrow());
        clock.forward(Duration.ofSeconds(9));
        assertEquals(Optional.empty(), turns.begin(ACME, CHAT));
        clock.forward(Duration.ofSeconds(1));
        begun();
    }

    @Test
    void one_that_is_promised_and_begun_lasts_as_long_as_its_request() {
        var promised = turns.promise(ACME, CHAT).orElseThrow();
        Deadline.after(Duration.ofSeconds(60))
                .keep(() -> promised.of(() -> {
                    clock.forward(Duration.ofSeconds(69));
                    assertEquals(Optional.empty(), turns.begin(ACME, CHAT));
                    return "done";
                }));
        begun();
    }

    @Test
    void one_that_is_begun_too_late_goes_on_unless_another_was_begun_meanwhile() {
        var late = turns.promise(ACME, CHAT).orElseThrow();
        clock.forward(Duration.ofSeconds(10));
        assertEquals("done", late.of(() -> "done"));

        var missed = turns.promise(ACME, CHAT).orElseThrow();
        clock.forward(Duration.ofSeconds(10));
        begun();
        assertEquals(
                CHAT,
                assertThrows(Turns.Missed.class, () -> missed.of(() -> "done")).chatId());
        assertEquals(Optional.empty(), turns.begin(ACME, CHAT));
    }

    @Test
    void of_two_hundred_at_once_one_begins() throws Exception {
        var begun = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 200; i++) {
                all.add(() -> {
                    if (turns.begin(ACME, CHAT).isPresent()) begun.incrementAndGet();
                    return null;
                });
            }
            for (var one : threads.invokeAll(all)) one.get();
        }
        assertEquals(1, begun.get());
    }
}
