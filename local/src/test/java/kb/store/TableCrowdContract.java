package kb.store;

import static kb.store.TableContract.DONE;
import static kb.store.TableContract.item;
import static kb.store.TableContract.key;
import static kb.store.TableContract.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link TableContract} promises to many callers at once. */
interface TableCrowdContract {
    Table table();

    @Test
    default void counters_from_sixteen_threads_sum_up() throws Exception {
        atOnce(16, _ -> {
            for (var i = 0; i < 10; i++) {
                table().add(key("calls"), "n", 1);
                table().write(new Write.Add(key("calls"), "together", 2), new Write.Add(key("more"), "n", 3));
            }
            return null;
        });
        assertEquals(Optional.of(item("calls", Map.of("n", 160L, "together", 320L))), table().get(key("calls")));
        assertEquals(Optional.of(item("more", Map.of("n", 480L))), table().get(key("more")));
    }

    @Test
    default void of_two_hundred_who_claim_the_same_key_one_wins() throws Exception {
        var outcomes = atOnce(200, i -> table().write(Write.put(item("hash", Map.of("winner", i)), Condition.ABSENT)));
        assertEquals(1, outcomes.stream().filter(DONE::equals).count());
        assertEquals(199, outcomes.stream().filter(refused(0)::equals).count());
        var winner = table().get(key("hash")).orElseThrow().number("winner");
        assertEquals(DONE, outcomes.get((int) winner));
    }

    @Test
    default void of_fifty_transactions_on_the_same_key_one_wins() throws Exception {
        var outcomes = atOnce(50, i -> table().write(
                        Write.put(item("name", Map.of("winner", i)), Condition.ABSENT),
                        Write.put(item("doc" + i, Map.of()))));
        assertEquals(1, outcomes.stream().filter(DONE::equals).count());
        assertEquals(49, outcomes.stream().filter(refused(0)::equals).count());
        assertEquals(
                1,
                table().query("tenant", "doc", Order.ASCENDING, 100, Optional.empty())
                        .items()
                        .size());
    }

    /** Something one of many callers does. */
    interface Part<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int callers, Part<T> part) throws Exception {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var parts = IntStream.range(0, callers)
                    .mapToObj(i -> (Callable<T>) () -> part.run(i))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(parts)) results.add(result.get());
            return results;
        }
    }
}
