package kb.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration MOST = Duration.ofSeconds(8);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void without_one_a_call_has_the_most_its_adapter_allows() {
        assertEquals(MOST, Deadline.left(Part.INDEX, MOST));
    }

    @Test
    void inside_one_a_call_has_what_is_left() {
        var left = after(5).keep(() -> {
            pass(2);
            return Deadline.left(Part.INDEX, MOST);
        });

        assertEquals(Duration.ofSeconds(3), left);
    }

    @Test
    void a_long_one_leaves_a_call_no_more_than_its_adapter_allows() {
        assertEquals(MOST, after(60).keep(() -> Deadline.left(Part.INDEX, MOST)));
    }

    @Test
    void when_it_is_over_the_part_that_would_be_asked_is_unavailable() {
        Supplier<Duration> late = () -> {
            pass(5);
            return Deadline.left(Part.STORAGE, MOST);
        };

        var failure = assertThrows(Unavailable.class, () -> after(5).keep(late));

        assertEquals(Part.STORAGE, failure.part());
    }

    @Test
    void a_longer_one_inside_a_shorter_gives_no_more_time() {
        assertEquals(Duration.ofSeconds(2), after(2).keep(() -> after(60).keep(() -> Deadline.left(Part.TABLE, MOST))));
        assertEquals(Duration.ofSeconds(2), after(60).keep(() -> after(2).keep(() -> Deadline.left(Part.TABLE, MOST))));
    }

    @Test
    void what_may_fail_gets_its_share_and_what_comes_after_it_the_rest() {
        var lefts = after(4).keep(() -> {
            var first = Deadline.within(0.5, () -> Deadline.left(Part.EMBEDDER, MOST));
            pass(2);
            return first + " then " + Deadline.left(Part.INDEX, MOST);
        });

        assertEquals("PT2S then PT2S", lefts);
    }

    @Test
    void a_share_of_no_deadline_is_none() {
        assertEquals(MOST, Deadline.within(0.5, () -> Deadline.left(Part.INDEX, MOST)));
    }

    private Deadline after(int seconds) {
        return Deadline.after(Duration.ofSeconds(seconds), now::get);
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
