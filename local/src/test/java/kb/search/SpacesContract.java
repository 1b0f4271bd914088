package kb.search;

import static kb.search.Samples.id;
import static kb.search.Samples.tenant;
import static kb.search.Samples.texts;
import static kb.search.Samples.token;
import static kb.search.Samples.vector;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.pages.Span;
import org.junit.jupiter.api.Test;

/** Indexes side by side, whichever engine they are in. */
public interface SpacesContract {
    UUID TEA = new UUID(1, 1);

    Spaces spaces();

    /** Of models that nobody else here has. */
    private static Space space(int dimensions, long generation) {
        return new Space("vendor/model:" + UUID.randomUUID(), dimensions, generation);
    }

    private static IndexedChunk chunk(String text, float... direction) {
        var chunk = new Chunk(id(TEA, 0), TEA, 0, 1, new Span(0, text.length()), "", text, List.of());
        return new IndexedChunk(chunk, List.of("tea"), vector(direction));
    }

    @Test
    default void two_models_of_different_sizes_and_two_generations_know_nothing_of_one_another() {
        var tenant = tenant();
        var small = space(2, 0);
        var big = space(3, 0);
        var later = new Space(big.model(), 3, 1);
        spaces().of(small).put(tenant, List.of(chunk("small", 1, 0)));
        spaces().of(big).put(tenant, List.of(chunk("big", 1, 0, 0)));
        spaces().of(later).put(tenant, List.of(chunk("later", 0, 1, 0)));
        for (var space : List.of(small, big, later)) {
            var index = spaces().of(space);
            var expected = space == small ? "small" : space == big ? "big" : "later";
            assertEquals(List.of(expected), texts(index.byKeywords(Scope.all(tenant), List.of("tea"), 5)));
            var question = space == small ? vector(1, 1) : vector(1, 1, 1);
            assertEquals(List.of(expected), texts(index.byMeaning(Scope.all(tenant), question, 5)));
            assertEquals(1, index.count(tenant, TEA));
        }
        assertEquals(1, spaces().of(big).delete(tenant, TEA));
        assertEquals(0, spaces().of(big).count(tenant, TEA));
        assertEquals(1, spaces().of(small).count(tenant, TEA));
        assertEquals(1, spaces().of(later).count(tenant, TEA));
    }

    @Test
    default void those_exist_that_something_was_put_into_even_if_it_was_nothing() {
        var filled = space(3, 0);
        var empty = space(3, 12);
        var other = space(3, 0);
        spaces().of(filled).put(tenant(), List.of(token(TEA, 0, "word")));
        spaces().of(empty).put(tenant(), List.of());
        assertTrue(spaces().existing().containsAll(Set.of(filled, empty)), () -> spaces().existing()
                .toString());
        assertFalse(spaces().existing().contains(other));
        assertEquals(0, spaces().of(empty).count(tenant(), TEA));
    }

    @Test
    default void what_is_dropped_is_gone_of_every_tenant_and_the_rest_stays() {
        var tenants = Stream.generate(Samples::tenant).limit(3).toList();
        var old = space(3, 0);
        var kept = new Space(old.model(), 3, 1);
        for (var tenant : tenants) {
            for (var space : List.of(old, kept)) spaces().of(space).put(tenant, List.of(token(TEA, 0, "word")));
        }
        spaces().drop(old);
        assertFalse(spaces().existing().contains(old));
        assertTrue(spaces().existing().contains(kept));
        for (var tenant : tenants) assertEquals(1, spaces().of(kept).count(tenant, TEA));
        assertDoesNotThrow(() -> spaces().drop(old));
        assertDoesNotThrow(() -> spaces().drop(space(3, 0)));
    }

    @Test
    default void whoever_has_not_heard_that_it_was_dropped_does_not_make_it_again() {
        var tenant = tenant();
        var old = space(3, 0);
        var index = spaces().of(old);
        index.put(tenant, List.of(token(TEA, 0, "word")));
        spaces().drop(old);
        var late = List.of(token(TEA, 1, "late"));
        for (var one : Stream.<Runnable>of(
                        () -> index.put(tenant, late),
                        () -> spaces().of(old).put(tenant, late),
                        () -> index.count(tenant, TEA),
                        () -> index.byKeywords(Scope.all(tenant), List.of("word"), 5),
                        () -> index.byMeaning(Scope.all(tenant), vector(1, 0, 0), 5))
                .toList()) {
            assertEquals(Part.INDEX, assertThrows(Unavailable.class, one::run).part());
        }
        assertFalse(spaces().existing().contains(old));
    }

    @Test
    default void what_is_to_be_gone_goes_from_the_others_when_one_of_them_is_dropped_meanwhile() {
        var tenant = tenant();
        var old = space(3, 0);
        var others = List.of(new Space(old.model(), 3, 1), new Space(old.model(), 3, 2));
        for (var space : List.of(old, others.getFirst(), others.getLast()))
            spaces().of(space).put(tenant, List.of(token(TEA, 0, "word")));
        assertEquals(2, new Everywhere(new DroppedOnTheWay(spaces(), old)).delete(tenant, TEA));
        for (var space : others) assertEquals(0, spaces().of(space).count(tenant, TEA));
    }

    @Test
    default void one_that_is_there_and_does_not_answer_is_not_passed_over() {
        spaces().of(space(3, 0)).put(tenant(), List.of());
        assertThrows(Unavailable.class, () -> new Everywhere(spaces()).sum(_ -> {
            throw new Unavailable(Part.INDEX, new IOException("no answer"));
        }));
    }

    @Test
    default void they_are_healthy() {
        assertEquals(Part.INDEX, spaces().part());
        assertDoesNotThrow(spaces()::check);
    }
}
