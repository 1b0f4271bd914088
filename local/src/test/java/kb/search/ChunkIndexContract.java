package kb.search;

import static java.util.stream.Collectors.toSet;
import static kb.search.Samples.chunk;
import static kb.search.Samples.id;
import static kb.search.Samples.many;
import static kb.search.Samples.tenant;
import static kb.search.Samples.texts;
import static kb.search.Samples.token;
import static kb.search.Samples.vector;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import kb.outside.Part;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;

/** What goes into an index, is listed there and goes out again, whichever engine it is. How it is found: {@link ChunkSearchContract}. */
public interface ChunkIndexContract {
    UUID TEA = new UUID(1, 1);
    UUID BREAD = new UUID(1, 2);

    /** For vectors of three dimensions; knows nothing of the tenants of {@link Samples}. */
    ChunkIndex index();

    @Test
    default void a_chunk_comes_back_as_it_was_put() {
        var tenant = tenant();
        var boxes = List.of(new Box(3, 0.1, 20.25, 33.3333333333, 40), new Box(4, 1, 2, 3, 4));
        var text = "He said: \"C:\\temp\" {and} Ünïcödé, 漢字 😀 𝒳 e\u0301 \ufffd\n\n\tend ";
        var whole = new Chunk(
                id(TEA, 7), TEA, 7, 3, new Span(12, 50), "§ 2 \"Über\" \\ {x} 🫖", text, boxes, "A > {B}\n\"C\"", null);
        var bare = new Chunk(id(TEA, 8), TEA, 8, 4, new Span(0, 0), "", "", List.of());
        index().put(
                        tenant,
                        List.of(
                                new IndexedChunk(whole, List.of("said"), vector(1, 2, 3)),
                                new IndexedChunk(bare, List.of("nothing"), vector(3, 2, 1))));
        assertEquals(List.of(whole), chunks(index().byKeywords(Scope.all(tenant), List.of("said"), 5)));
        assertEquals(List.of(bare), chunks(index().byKeywords(Scope.all(tenant), List.of("nothing"), 5)));
        assertEquals(List.of(whole, bare), chunks(index().byMeaning(Scope.all(tenant), vector(1, 2, 3), 5)));
    }

    private static List<Chunk> chunks(List<Hit> hits) {
        return hits.stream().map(Hit::chunk).toList();
    }

    @Test
    default void a_chunk_put_again_is_replaced() {
        var tenant = tenant();
        index().put(tenant, List.of(token(TEA, 0, "old"), token(TEA, 1, "other")));
        index().put(tenant, List.of(token(TEA, 0, "new")));
        assertEquals(2, index().count(tenant, TEA));
        assertEquals(List.of(id(TEA, 0), id(TEA, 1)), index().chunks(tenant, TEA));
        assertEquals(List.of(), index().byKeywords(Scope.all(tenant), List.of("old"), 5));
        assertEquals(List.of("new"), texts(index().byKeywords(Scope.all(tenant), List.of("new"), 5)));
        assertEquals(
                Set.of("new", "other"), Set.copyOf(texts(index().byMeaning(Scope.all(tenant), vector(1, 1, 1), 5))));
    }

    @Test
    default void no_chunks_are_put_without_a_complaint() {
        var tenant = tenant();
        index().put(tenant, List.of());
        assertEquals(Set.of(), index().documents(tenant));
    }

    @Test
    default void what_was_put_or_deleted_is_seen_at_once() {
        var tenant = tenant();
        for (int round = 0; round < 10; round++) {
            index().put(tenant, List.of(token(TEA, 0, "word")));
            assertEquals(List.of("word"), texts(index().byKeywords(Scope.all(tenant), List.of("word"), 5)));
            assertEquals(List.of("word"), texts(index().byMeaning(Scope.all(tenant), vector(1, 0, 3), 5)));
            assertEquals(1, index().count(tenant, TEA));
            assertEquals(Set.of(TEA), index().documents(tenant));
            assertEquals(1, index().delete(tenant, TEA));
            assertEquals(List.of(), index().byKeywords(Scope.all(tenant), List.of("word"), 5));
            assertEquals(List.of(), index().byMeaning(Scope.all(tenant), vector(1, 0, 3), 5));
            assertEquals(0, index().count(tenant, TEA));
            assertEquals(Set.of(), index().documents(tenant));
        }
    }

    @Test
    default void twelve_hundred_chunks_go_in_by_one_put_and_out_by_one_delete() {
        var tenant = tenant();
        index().put(tenant, many(TEA, 1_200));
        index().put(tenant, many(BREAD, 3));
        assertEquals(1_200, index().count(tenant, TEA));
        assertEquals(1_200, index().chunks(tenant, TEA).size());
        assertEquals(IntStream.range(0, 1_200).mapToObj(n -> id(TEA, n)).toList(), index().chunks(tenant, TEA));
        assertEquals(List.of("word1199"), texts(index().byKeywords(Scope.all(tenant), List.of("word1199"), 5)));
        assertEquals(1_200, index().delete(tenant, TEA));
        assertEquals(0, index().count(tenant, TEA));
        assertEquals(List.of(), index().chunks(tenant, TEA));
        assertEquals(Set.of(BREAD), index().documents(tenant));
        assertEquals(3, index().count(tenant, BREAD));
        assertEquals(0, index().delete(tenant, TEA));
    }

    @Test
    default void eleven_hundred_documents_are_all_listed() {
        var tenant = tenant();
        var documents = IntStream.range(0, 1_100).mapToObj(n -> new UUID(n, n)).toList();
        index().put(tenant, documents.stream().map(id -> token(id, 0, "word")).toList());
        index().put(tenant(), List.of(token(TEA, 0, "word")));
        assertEquals(1_100, index().documents(tenant).size());
        assertEquals(Set.copyOf(documents), index().documents(tenant));
    }

    @Test
    default void the_same_document_of_two_tenants_is_two_documents() {
        var tenant = tenant();
        var other = tenant();
        index().put(tenant, List.of(chunk(TEA, 0, "Brewing tea")));
        index().put(other, List.of(chunk(TEA, 0, "Brewing tea"), chunk(TEA, 1, "More tea")));
        assertEquals(List.of("Brewing tea"), texts(index().byKeywords(Scope.all(tenant), List.of("tea"), 5)));
        assertEquals(List.of("Brewing tea"), texts(index().byMeaning(Scope.all(tenant), vector(1, 0, 0), 5)));
        assertEquals(List.of(id(TEA, 0)), index().chunks(tenant, TEA));
        assertEquals(2, index().delete(other, TEA));
        assertEquals(1, index().count(tenant, TEA));
        assertEquals(Set.of(TEA), index().documents(tenant));
        assertEquals(Set.of(), index().documents(other));
        assertEquals(List.of("Brewing tea"), texts(index().byKeywords(Scope.all(tenant), List.of("tea"), 5)));
    }

    @Test
    default void a_tenant_who_never_stored_anything_has_nothing() {
        var nobody = tenant();
        assertEquals(List.of(), index().byKeywords(Scope.all(nobody), List.of("word"), 5));
        assertEquals(List.of(), index().byMeaning(Scope.all(nobody), vector(1, 0, 0), 5));
        assertEquals(0, index().count(nobody, TEA));
        assertEquals(0, index().delete(nobody, TEA));
        assertEquals(Set.of(), index().documents(nobody));
        assertEquals(List.of(), index().chunks(nobody, TEA));
    }

    @Test
    default void puts_deletes_and_searches_at_the_same_time_lose_nothing() throws Exception {
        var tenant = tenant();
        var over = new AtomicBoolean();
        try (var threads = Executors.newCachedThreadPool()) {
            var readers = IntStream.range(0, 2)
                    .mapToObj(n -> threads.submit(() -> {
                        while (!over.get()) index().byMeaning(Scope.all(tenant), vector(1, 0, 3), 5);
                        return n;
                    }))
                    .toList();
            var writers = threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(n -> writer(tenant, n)).toList());
            over.set(true);
            for (var each : writers) each.get();
            for (var each : readers) each.get();
        }
        assertEquals(IntStream.range(0, 4).mapToObj(n -> new UUID(n, 9)).collect(toSet()), index().documents(tenant));
        for (int n = 0; n < 4; n++) assertEquals(5, index().count(tenant, new UUID(n, 9)));
    }

    private Callable<Void> writer(Tenant tenant, int number) {
        return () -> {
            var kept = new UUID(number, 9);
            var passing = new UUID(number, 0);
            for (int position = 0; position < 5; position++) {
                index().put(tenant, List.of(token(kept, position, "kept"), token(passing, position, "passing")));
                assertEquals(position + 1, index().count(tenant, kept));
                assertEquals(1, index().delete(tenant, passing));
            }
            return null;
        };
    }

    @Test
    default void it_is_healthy() {
        assertEquals(Part.INDEX, index().part());
        assertDoesNotThrow(index()::check);
    }
}
