package kb.store;

import static kb.store.TableContract.DONE;
import static kb.store.TableContract.item;
import static kb.store.TableContract.key;
import static kb.store.TableContract.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link TableContract} promises about expiry, about many callers at once, and about records as rows. */
interface TableTimeContract {
    Table table();

    MovableClock clock();

    private Item expiring(String sort, Map<String, Object> attributes) {
        var minute = clock().instant().plus(Duration.ofMinutes(1));
        return new Item(key(sort), attributes, Optional.of(minute));
    }

    @Test
    default void an_item_is_gone_the_moment_it_expires() {
        var item = expiring("a", Map.of("n", 1L));
        table().write(Write.put(item), Write.put(item("b", Map.of())));
        clock().forward(Duration.ofSeconds(59));
        assertEquals(Optional.of(item), table().get(key("a")));
        clock().forward(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), table().get(key("a")));
        assertEquals(List.of(item("b", Map.of())), table().get(List.of(key("a"), key("b"))));
        assertEquals(
                List.of(item("b", Map.of())),
                table().query("tenant", "", Order.ASCENDING, 10, Optional.empty())
                        .items());
    }

    @Test
    default void an_expired_item_counts_as_absent_in_conditions() {
        table().write(Write.put(expiring("a", Map.of("n", 1L))), Write.put(expiring("b", Map.of("n", 1L))));
        var present = List.of(Condition.PRESENT, Condition.is("n", 1L), new Condition.Below("n", 2));
        for (var condition : present) assertEquals(DONE, table().write(new Write.Check(key("a"), condition)));
        clock().forward(Duration.ofMinutes(1));
        for (var condition : present) {
            assertEquals(refused(0), table().write(new Write.Check(key("a"), condition)));
            assertEquals(refused(0), table().write(new Write.Delete(key("a"), condition)));
            assertEquals(
                    refused(1), table().write(Write.put(item("c", Map.of())), new Write.Delete(key("a"), condition)));
        }
        assertEquals(DONE, table().write(Write.put(item("a", Map.of()), Condition.ABSENT)));
        assertEquals(
                DONE, table().write(Write.put(item("b", Map.of()), Condition.ABSENT), Write.put(item("c", Map.of()))));
        assertEquals(Optional.of(item("a", Map.of())), table().get(key("a")));
    }

    @Test
    default void an_addition_to_an_expired_item_starts_at_zero() {
        for (var sort : List.of("a", "b")) table().write(Write.put(expiring(sort, Map.of("n", 5L, "old", true))));
        assertEquals(6, table().add(key("a"), "n", 1));
        clock().forward(Duration.ofMinutes(1));
        assertEquals(1, table().add(key("a"), "n", 1));
        assertEquals(DONE, table().write(new Write.Add(key("b"), "n", 1), Write.put(item("c", Map.of()))));
        assertEquals(Optional.of(item("a", Map.of("n", 1L))), table().get(key("a")));
        assertEquals(Optional.of(item("b", Map.of("n", 1L))), table().get(key("b")));
    }

    @Test
    default void an_addition_may_say_when_its_item_expires() {
        var now = clock().instant();
        assertEquals(1, table().add(key("a"), "n", 1, Optional.of(now.plusSeconds(60))));
        assertEquals(3, table().add(key("a"), "n", 2, Optional.of(now.plusSeconds(120))));
        assertEquals(
                Optional.of(new Item(key("a"), Map.of("n", 3L), Optional.of(now.plusSeconds(120)))),
                table().get(key("a")));
        clock().forward(Duration.ofSeconds(120));
        assertEquals(Optional.empty(), table().get(key("a")));
        assertEquals(1, table().add(key("a"), "n", 1, Optional.of(now.plusSeconds(180))));
        clock().forward(Duration.ofSeconds(60));
        assertEquals(Optional.empty(), table().get(key("a")));
    }

    @Test
    default void several_numbers_of_an_item_are_added_to_together_and_say_when_it_expires() {
        var now = clock().instant();
        var both = new Write.Add(key("a"), Map.of("n", 2L, "model|a.b-c/d:e", 3L), Optional.of(now.plusSeconds(60)));
        var put = Write.put(item("c", Map.of()));
        assertEquals(DONE, table().write(both));
        assertEquals(DONE, table().write(both, put));
        var sums = Map.<String, Object>of("n", 4L, "model|a.b-c/d:e", 6L);
        assertEquals(Optional.of(new Item(key("a"), sums, Optional.of(now.plusSeconds(60)))), table().get(key("a")));
        clock().forward(Duration.ofSeconds(60));
        assertEquals(DONE, table().write(new Write.Add(key("a"), "n", 1), put));
        assertEquals(Optional.of(item("a", Map.of("n", 1L))), table().get(key("a")));
    }

    @Test
    default void an_addition_keeps_what_else_is_there() {
        var item = expiring("a", Map.of("n", 5L, "name", "x"));
        table().write(Write.put(item));
        assertEquals(2, table().add(key("a"), "m", 2));
        assertEquals(DONE, table().write(new Write.Add(key("a"), "n", -6)));
        assertEquals(
                Optional.of(new Item(key("a"), Map.of("n", -1L, "m", 2L, "name", "x"), item.expires())),
                table().get(key("a")));
    }

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

    enum Status {
        QUEUED,
        READY
    }

    record Warning(String code, Optional<Integer> page) {}

    record Document(
            UUID documentId,
            String filename,
            Status status,
            Instant uploadDate,
            long sizeBytes,
            int pages,
            double score,
            boolean current,
            Optional<String> title,
            Optional<Instant> finished,
            List<String> tags,
            List<Warning> warnings) {}

    @Test
    default void a_record_comes_back_as_it_was() {
        var document = new Document(
                UUID.fromString("0198f2c4-0000-7000-8000-000000000001"),
                "Grüße.pdf",
                Status.READY,
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                5_000_000_000L,
                12,
                2.0,
                true,
                Optional.empty(),
                Optional.of(Instant.parse("2026-01-02T03:04:06Z")),
                List.of("a", "b"),
                List.of(new Warning("no_text", Optional.of(3)), new Warning("cut", Optional.empty())));
        table().write(Write.put(Item.of(key("doc"), document)));
        var stored = table().get(key("doc")).orElseThrow();
        assertEquals(document, stored.as(Document.class));
        assertEquals("2026-01-02T03:04:05.678901Z", stored.text("upload_date"));
        assertEquals("ready", stored.text("status"));
        assertEquals(
                List.of(Map.of("code", "no_text", "page", 3L), Map.of("code", "cut")),
                stored.attributes().get("warnings"));
    }
}
