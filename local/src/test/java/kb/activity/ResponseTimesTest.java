package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResponseTimesTest {
    private static Tally tally(List<Long> times) {
        var sums = new TreeMap<String, Long>();
        for (var time : times) {
            var deed = ResponseTimes.count(Deed.of(Kind.CHAT, "question", "7"), time);
            deed.counts().forEach((what, many) -> sums.merge(what, many, Long::sum));
        }
        return new Tally(sums);
    }

    @Test
    void of_nothing_everything_is_0() {
        assertEquals(0, ResponseTimes.average(Tally.NOTHING));
        assertEquals(0, ResponseTimes.percentile(Tally.NOTHING, 95));
    }

    @Test
    void of_a_hundred_short_times_they_are_exact() {
        var times = LongStream.rangeClosed(1, 100).map(time -> time / 2).boxed().toList();
        assertEquals(25, ResponseTimes.average(tally(times)));
        assertEquals(25, ResponseTimes.percentile(tally(times), 50));
        assertEquals(47, ResponseTimes.percentile(tally(times), 95));
        assertEquals(50, ResponseTimes.percentile(tally(times), 100));
    }

    @Test
    void the_steps_join_without_a_gap_and_none_is_wider_than_a_thirty_second() {
        for (int step = 0; step < 1_000; step++) {
            var most = ResponseTimes.most(step);
            assertEquals(step, ResponseTimes.step(most));
            assertEquals(step + 1, ResponseTimes.step(most + 1));
            var least = step == 0 ? 0 : ResponseTimes.most(step - 1) + 1;
            assertTrue((most - least) * 32 <= least, "step " + step);
        }
    }

    @Test
    void what_is_read_is_never_less_than_it_was_and_at_most_a_thirty_second_more() {
        var random = new Random(1);
        for (int run = 0; run < 200; run++) {
            var times = new ArrayList<Long>();
            for (int i = 0; i <= run; i++) times.add((long) Math.exp(random.nextDouble() * 13));
            var sorted = times.stream().sorted().toList();
            for (var percent : List.of(1, 50, 95, 99, 100)) {
                var was = sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
                var read = ResponseTimes.percentile(tally(times), percent);
                assertTrue(read >= was && (read - was) * 32 <= was, () -> percent + " % of " + sorted + ": " + read);
            }
        }
    }

    @Test
    void a_clock_that_was_set_back_counts_as_no_time() {
        assertEquals(
                Map.of("ms.0", 1L, "ms", 0L, "timed", 1L), tally(List.of(-5L)).sums());
    }
}
