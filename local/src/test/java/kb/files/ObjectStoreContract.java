package kb.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.Test;

/** What everything above the port relies on, whichever store is below it. Addresses that others may hold: {@link ReadAddressContract}. */
public interface ObjectStoreContract {
    ObjectStore store();

    /** A store whose server does not run. */
    ObjectStore stopped();

    /** A store whose server runs and has no such bucket. */
    ObjectStore withoutBucket();

    @Test
    default void bytes_come_back_equal() {
        for (var size : List.of(0, 1, 8_191, 10_000_000)) {
            var content = new byte[size];
            new Random(size).nextBytes(content);
            var name = "equal/" + size;
            store().put(name, "application/pdf", content);
            assertArrayEquals(content, store().get(name).orElseThrow(), name);
        }
    }

    @Test
    default void a_missing_object_is_absent() {
        assertEquals(Optional.empty(), store().get("absent/" + UUID.randomUUID()));
        put("folder/object");
        assertEquals(Optional.empty(), store().get("folder"));
        assertEquals(Optional.empty(), store().get("folder/"));
        assertEquals(Optional.empty(), store().get("folder/object/below"));
    }

    @Test
    default void a_second_put_overwrites() {
        store().put("twice", "text/plain", "a longer first".getBytes(StandardCharsets.UTF_8));
        store().put("twice", "text/plain", "second".getBytes(StandardCharsets.UTF_8));
        assertEquals("second", text("twice"));
        assertEquals(List.of("twice"), store().names("twice"));
    }

    @Test
    default void more_than_a_thousand_objects_are_listed_in_order_and_deleted_by_one_call() throws Exception {
        var names = IntStream.range(0, 1_500).mapToObj("many/%04d"::formatted).toList();
        var present = names.subList(450, 1_500);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var name : present) threads.submit(() -> put(name));
        }
        assertEquals(1_050, store().names("many/").size());
        assertEquals(present, store().names("many/"));
        assertEquals(names.subList(1_200, 1_300), store().names("many/12"));

        store().delete(names);

        assertEquals(List.of(), store().names("many/"));
        assertEquals(Optional.empty(), store().get("many/0450"));
        assertEquals(Optional.empty(), store().get("many/1499"));
    }

    @Test
    default void absent_objects_are_deleted_without_a_complaint_and_others_stay() {
        put("gone");
        put("stays");
        store().delete(List.of("gone", "never-was", "neither/this/one"));
        store().delete(List.of("gone"));
        store().delete(List.of());
        assertEquals(Optional.empty(), store().get("gone"));
        assertEquals("stays", text("stays"));
    }

    @Test
    default void names_start_exactly_so() {
        var names = List.of("A/1", "a/1/source.pdf", "a/10/source.pdf", "a/2", "ab/1", "b/a/1");
        names.reversed().forEach(this::put);
        assertEquals(List.of("a/1/source.pdf", "a/10/source.pdf", "a/2"), store().names("a/"));
        assertEquals(List.of("a/1/source.pdf"), store().names("a/1/"));
        assertEquals(List.of("a/1/source.pdf", "a/10/source.pdf"), store().names("a/1"));
        assertEquals(List.of("ab/1"), store().names("ab/"));
        assertEquals(List.of(), store().names("c/"));
        store().delete(List.of("a/2"));
        assertEquals(List.of("a/1/source.pdf", "a/10/source.pdf"), store().names("a/"));
        store().delete(names);
    }

    @Test
    default void names_of_every_kind_lead_to_their_own_object() {
        var names = List.of(
                "kind/a b", "kind/a+b", "kind/a%20b", "kind/ü", "kind/漢字", "kind/😀", "kind/a'b\"c", "kind/a?b#c");
        names.forEach(this::put);
        for (var name : names) assertEquals(name, text(name));
        assertEquals(
                names.stream().sorted().toList(),
                store().names("kind/").stream().sorted().toList());
        store().delete(names);
        assertEquals(List.of(), store().names("kind/"));
    }

    @Test
    default void a_stopped_server_is_unavailable() {
        var calls = List.<Runnable>of(
                () -> stopped().put("name", "text/plain", new byte[1]),
                () -> stopped().get("name"),
                () -> stopped().delete(List.of("name")),
                () -> stopped().names(""),
                () -> stopped().check());
        for (var call : calls) {
            assertEquals(
                    Part.STORAGE, assertThrows(Unavailable.class, call::run).part());
        }
    }

    @Test
    default void a_missing_bucket_is_not_an_empty_one() {
        assertThrows(Unavailable.class, withoutBucket()::check);
        assertThrows(Unavailable.class, () -> withoutBucket().get("name"));
        assertThrows(Unavailable.class, () -> withoutBucket().names(""));
        assertThrows(Unavailable.class, () -> withoutBucket().put("name", "text/plain", new byte[1]));
    }

    @Test
    default void it_is_healthy() {
        assertEquals(Part.STORAGE, store().part());
        assertDoesNotThrow(store()::check);
    }

    /** An object whose content is its name. */
    private void put(String name) {
        store().put(name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name) {
        return new String(store().get(name).orElseThrow(), StandardCharsets.UTF_8);
    }
}
