package kb.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static boolean met(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void both_run_at_the_same_time() {
        var both = new CountDownLatch(2);
        assertEquals(new Together.Both<>(true, true), Together.both(() -> met(both), () -> met(both)));
    }

    @Test
    void both_are_inside_the_deadline_of_the_caller() {
        Supplier<Duration> left = () -> Deadline.left(Part.INDEX, Duration.ofHours(1));
        var both = Deadline.after(Duration.ofMinutes(1)).keep(() -> Together.both(left, left));
        assertTrue(both.first().compareTo(Duration.ofMinutes(1)) <= 0, both::toString);
        assertTrue(both.second().compareTo(Duration.ofMinutes(1)) <= 0, both::toString);
        assertEquals(new Together.Both<>(Duration.ofHours(1), Duration.ofHours(1)), Together.both(left, left));
    }

    @Test
    void the_failure_of_either_is_the_callers() {
        var failure = new Unavailable(Part.INDEX, new IllegalStateException());
        Supplier<String> failing = () -> {
            throw failure;
        };
        assertSame(failure, assertThrows(Unavailable.class, () -> Together.both(failing, () -> "done")));
        assertSame(failure, assertThrows(Unavailable.class, () -> Together.both(() -> "done", failing)));
        Supplier<String> broken = () -> {
            throw new StackOverflowError();
        };
        assertThrows(StackOverflowError.class, () -> Together.both(broken, () -> "done"));
    }

    @Test
    void the_one_is_waited_for_when_the_other_fails() {
        var caller = Thread.currentThread();
        var begun = new CountDownLatch(1);
        var done = new AtomicBoolean();
        assertThrows(
                IllegalStateException.class,
                () -> Together.both(
                        () -> {
                            begun.countDown();
                            while (caller.getState() != Thread.State.WAITING) Thread.onSpinWait();
                            done.set(true);
                            return true;
                        },
                        () -> {
                            met(begun);
                            throw new IllegalStateException();
                        }));
        assertTrue(done.get());
    }

    @Test
    void who_is_told_to_stop_tells_the_other_and_stays_told() {
        var here = Thread.currentThread();
        var told = Together.both(
                () -> {
                    here.interrupt();
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException stop) {
                        return true;
                    }
                },
                () -> true);
        assertEquals(new Together.Both<>(true, true), told);
        assertTrue(Thread.interrupted());
        assertFalse(Thread.interrupted());
    }
}
