package kb.weaviate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weaviate.client.Config;
import io.weaviate.client.WeaviateClient;
import io.weaviate.client.v1.data.model.WeaviateObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kb.outside.Unavailable;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real server: what only Weaviate could get wrong. */
class WeaviateIndexTest {
    private final Tenant tenant = new Tenant("t-" + UUID.randomUUID());
    private final UUID document = UUID.randomUUID();
    private WeaviateServer server;
    private WeaviateIndex index;

    @BeforeEach
    void start() {
        server = WeaviateServer.running();
        index = new WeaviateIndex(server::address, WeaviateIndexTest::key, "test", 3);
    }

    @Test
    void a_chunk_comes_back_as_it_was_put() {
        var boxes = List.of(new Box(3, 0.1, 20.25, 33.3333333333, 40), new Box(3, 1, 2, 3, 4));
        var text = "He said: \"C:\\temp\" {and} Ünïcödé 😀\n\n\tend";
        var chunk = new Chunk(UUID.randomUUID(), document, 7, 3, new Span(12, 40), "", text, boxes);

        index.put(tenant, List.of(new IndexedChunk(chunk, List.of("said"), vector(1, 2, 3))));

        assertEquals(List.of(chunk), chunks(index.byKeywords(Scope.all(tenant), List.of("said"), 5)));
        assertEquals(List.of(chunk), chunks(index.byMeaning(Scope.all(tenant), vector(1, 0, 0), 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "\\", "\\\"", "{", "}}", "$tokens", "\\u0041", "#", "a\"b", "ß", "漢字", "😀", "𝒳", "the", "A",
                "'", "*", "-not", "\u0007", "%s"
            })
    void a_token_finds_itself_and_nothing_else_whatever_it_is_made_of(String token) {
        index.put(tenant, List.of(chunk(0, token), chunk(1, "other"), chunk(2, "a"), chunk(3, "\ufffd\ufffd")));

        var found = index.byKeywords(Scope.all(tenant), List.of(token), 5);

        assertEquals(List.of(token), chunks(found).stream().map(Chunk::text).toList());
    }

    @Test
    void the_same_chunk_in_two_tenants_is_two_chunks() {
        var other = new Tenant("t-" + UUID.randomUUID());
        index.put(tenant, List.of(chunk(0, "word")));
        index.put(other, List.of(chunk(0, "word")));

        assertEquals(1, index.delete(other, document));

        assertEquals(1, index.byKeywords(Scope.all(tenant), List.of("word"), 5).size());
        assertEquals(List.of(), index.byKeywords(Scope.all(other), List.of("word"), 5));
    }

    @Test
    void a_tenant_who_never_stored_anything_finds_and_deletes_nothing() {
        assertEquals(List.of(), index.byKeywords(Scope.all(tenant), List.of("word"), 5));
        assertEquals(List.of(), index.byMeaning(Scope.all(tenant), vector(1, 0, 0), 5));
        assertEquals(0, index.count(tenant, document));
        assertEquals(0, index.delete(tenant, document));
    }

    @Test
    void more_than_one_batch_goes_in_and_comes_out_again() {
        index.put(
                tenant,
                IntStream.range(0, 250).mapToObj(n -> chunk(n, "word" + n)).toList());

        assertEquals(250, index.count(tenant, document));
        assertEquals(
                1, index.byKeywords(Scope.all(tenant), List.of("word249"), 5).size());
        assertEquals(250, index.delete(tenant, document));
        assertEquals(0, index.count(tenant, document));
    }

    @Test
    void an_object_the_server_refuses_inside_a_batch_is_noticed() {
        // a vector of another size, put past the index, makes the server refuse what the index puts next
        var wire = new Wire(server::address, WeaviateIndexTest::key);
        var client = new WeaviateClient(new Config("http", Wire.HOST), wire, null);
        index.count(tenant, document);
        var strange = WeaviateObject.builder()
                .className(Collection.of("test", 3).name())
                .tenant(tenant.id())
                .id(UUID.randomUUID().toString())
                .vector(new Float[] {1f, 2f, 3f, 4f})
                .properties(Map.of())
                .build();
        Answers.value(client.batch().objectsBatcher().withObjects(strange).run());

        var failure =
                assertThrows(Unavailable.class, () -> index.put(tenant, List.of(chunk(0, "one"), chunk(1, "two"))));

        assertEquals("2 objects were refused", failure.getCause().getMessage());
    }

    @Test
    void two_models_and_two_sizes_never_share_a_collection() {
        var names = Stream.of(Collection.of("a-b", 3), Collection.of("a_b", 3), Collection.of("a-b", 4))
                .map(Collection::name)
                .toList();

        assertEquals(3, Set.copyOf(names).size(), names::toString);
    }

    @Test
    void two_processes_may_create_the_collection_at_once() {
        var model = "race-" + UUID.randomUUID();
        var failures = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> new WeaviateIndex(server::address, WeaviateIndexTest::key, model, 3))
                .flatMap(fresh -> {
                    try {
                        fresh.put(tenant, List.of(chunk(0, "word")));
                        return Stream.empty();
                    } catch (Unavailable failure) {
                        return Stream.of(failure.getCause().getMessage());
                    }
                })
                .toList();

        assertEquals(List.of(), failures);
    }

    @Test
    void a_vector_of_another_model_is_our_mistake() {
        var wrong = new IndexedChunk(chunk(0, "word").chunk(), List.of("word"), vector(1, 2));

        assertThrows(IllegalArgumentException.class, () -> index.put(tenant, List.of(wrong)));
        assertThrows(IllegalArgumentException.class, () -> index.byMeaning(Scope.all(tenant), vector(1, 2), 5));
    }

    @Test
    void it_is_healthy() {
        assertDoesNotThrow(index::check);
    }

    private IndexedChunk chunk(int position, String token) {
        var id = new UUID(document.getMostSignificantBits(), position);
        var chunk = new Chunk(id, document, position, 1, new Span(0, token.length()), "", token, List.of());
        return new IndexedChunk(chunk, List.of(token), vector(1, position, 3));
    }

    private static Optional<String> key() {
        return Optional.of(WeaviateServer.KEY);
    }

    private static Vector vector(float... values) {
        return Vector.of(values);
    }

    private static List<Chunk> chunks(List<Hit> hits) {
        return hits.stream().map(Hit::chunk).toList();
    }
}
