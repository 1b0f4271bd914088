package kb.weaviate;

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
import kb.Needs;
import kb.RealPart;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.ChunkIndexContract;
import kb.search.ChunkScopeContract;
import kb.search.ChunkSearchContract;
import kb.search.ChunkTokensContract;
import kb.search.IndexedChunk;
import kb.search.Samples;
import kb.search.Scope;
import kb.search.Space;
import kb.search.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real server: what only Weaviate could get wrong. */
@Needs(RealPart.WEAVIATE)
class WeaviateIndexTest implements ChunkIndexContract, ChunkSearchContract, ChunkTokensContract, ChunkScopeContract {
    private final Tenant tenant = Samples.tenant();
    private final UUID document = UUID.randomUUID();
    private WeaviateServer server;
    private WeaviateIndex index;

    @BeforeEach
    void start() {
        server = WeaviateServer.running();
        index = new WeaviateIndex(new Wire(server::address, WeaviateIndexTest::key), "tests", new Space("test", 3, 0));
    }

    @Override
    public ChunkIndex index() {
        return index;
    }

    @Test
    void an_object_the_server_refuses_inside_a_batch_is_noticed() {
        // a vector of another size, put past the index, makes the server refuse what the index puts next
        var wire = new Wire(server::address, WeaviateIndexTest::key);
        var client = new WeaviateClient(new Config("http", Wire.HOST), wire, null);
        index.count(tenant, document);
        var strange = WeaviateObject.builder()
                .className(Collection.of("tests", new Space("test", 3, 0)).name())
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
        var names = Stream.of(
                        Collection.of("tests", new Space("a-b", 3, 0)),
                        Collection.of("tests", new Space("a_b", 3, 0)),
                        Collection.of("tests", new Space("a-b", 4, 0)))
                .map(Collection::name)
                .toList();

        assertEquals(3, Set.copyOf(names).size(), names::toString);
    }

    @Test
    void two_processes_may_create_the_collection_at_once() {
        var model = "race-" + UUID.randomUUID();
        var failures = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> new WeaviateIndex(
                        new Wire(server::address, WeaviateIndexTest::key), "tests", new Space(model, 3, 0)))
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

    private IndexedChunk chunk(int position, String token) {
        return Samples.token(document, position, token);
    }

    private static Optional<String> key() {
        return Optional.of(WeaviateServer.KEY);
    }

    private static Vector vector(float... values) {
        return Vector.of(values);
    }
}
