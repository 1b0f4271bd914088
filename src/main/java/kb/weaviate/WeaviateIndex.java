package kb.weaviate;

import static kb.weaviate.Answers.ofTenant;
import static kb.weaviate.Answers.rows;
import static kb.weaviate.Answers.unavailable;
import static kb.weaviate.Answers.value;

import io.weaviate.client.Config;
import io.weaviate.client.WeaviateClient;
import io.weaviate.client.v1.batch.model.BatchDeleteOutput;
import io.weaviate.client.v1.batch.model.ObjectGetResponseStatus;
import io.weaviate.client.v1.data.model.WeaviateObject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kb.outside.Part;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.Vector;

/** The chunks of one embedding model in Weaviate. */
public final class WeaviateIndex implements ChunkIndex {
    private static final int BATCH = 100;

    private final WeaviateClient client;
    private final Query query;
    private final Collection collection;
    private final int dimensions;
    private final AtomicBoolean prepared = new AtomicBoolean();

    /** Connects to nothing yet; address and key are asked for at each request. */
    public WeaviateIndex(Supplier<URI> address, Supplier<Optional<String>> key, String model, int dimensions) {
        var wire = new Wire(address, key);
        var config = new Config("http", Wire.HOST);
        this.client = new WeaviateClient(config, wire, null);
        this.query = new Query(wire, config);
        this.collection = Collection.of(model, dimensions);
        this.dimensions = dimensions;
    }

    @Override
    public void put(Tenant tenant, List<IndexedChunk> chunks) {
        prepare();
        var objects = chunks.stream()
                .map(chunk -> StoredChunk.write(collection, tenant, chunk))
                .toList();
        for (int from = 0; from < objects.size(); from += BATCH) {
            var refused = send(objects.subList(from, Math.min(from + BATCH, objects.size())));
            var stillRefused = refused.isEmpty() ? refused : send(refused);
            if (!stillRefused.isEmpty()) throw unavailable(stillRefused.size() + " objects were refused");
        }
    }

    @Override
    public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
        if (tokens.isEmpty()) return List.of();
        var how = "bm25: {query: $tokens, properties: [\"%s\"]}".formatted(StoredChunk.TOKENS);
        var variables = Map.<String, Object>of("tokens", String.join(" ", tokens));
        return search("query($tokens: String)", scope, how, limit, "score", variables, score -> score);
    }

    @Override
    public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
        var how = "nearVector: {vector: %s}"
                .formatted(Arrays.toString(checked(vector).toArray()));
        return search("query", scope, how, limit, "distance", Map.of(), distance -> 1 - distance);
    }

    @Override
    public long delete(Tenant tenant, UUID documentId) {
        prepare();
        var total = 0L;
        while (true) {
            // a batch delete takes only so many objects at once (QUERY_MAXIMUM_RESULTS): until none match
            var round = ofTenant(client.batch()
                    .objectsBatchDeleter()
                    .withClassName(collection.name())
                    .withTenant(tenant.id())
                    .withWhere(Filter.of(tenant, Set.of(documentId)))
                    .withOutput(BatchDeleteOutput.MINIMAL)
                    .run());
            if (round.isEmpty()) return total;
            var results = round.get().getResults();
            if (results.getMatches() == 0) return total;
            if (results.getSuccessful() == 0) throw unavailable(results.getFailed() + " objects could not be deleted");
            total += results.getSuccessful();
        }
    }

    @Override
    public long count(Tenant tenant, UUID documentId) {
        prepare();
        var text = "query { Aggregate { %s(tenant: \"%s\", %s) { meta { count } } } }"
                .formatted(collection.name(), tenant, Filter.text(tenant, Set.of(documentId)));
        return rows(query.run(text, Map.of()), "Aggregate", collection, WeaviateIndex::counted).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {
        if (!value(client.misc().readyChecker().run())) throw unavailable("not ready");
    }

    private Vector checked(Vector vector) {
        if (vector.dimensions() != dimensions) throw new IllegalArgumentException("a vector of another model");
        return vector;
    }

    /** Returns those which the server did not say it took. */
    private List<WeaviateObject> send(List<WeaviateObject> objects) {
        var answers = value(client.batch()
                .objectsBatcher(Wire.ONE_ATTEMPT)
                .withObjects(objects.toArray(WeaviateObject[]::new))
                .run());
        var taken = Arrays.stream(answers)
                .filter(answer -> answer.getResult() != null
                        && ObjectGetResponseStatus.SUCCESS.equals(
                                answer.getResult().getStatus()))
                .map(answer -> answer.getId())
                .collect(Collectors.toSet());
        return objects.stream()
                .filter(object -> !taken.contains(object.getId()))
                .toList();
    }

    private List<Hit> search(
            String declared,
            Scope scope,
            String how,
            int limit,
            String measure,
            Map<String, Object> variables,
            DoubleUnaryOperator score) {
        var documents = scope.documents().orElse(Set.of());
        if (scope.documents().isPresent() && documents.isEmpty()) return List.of();
        prepare();
        var text = "%s { Get { %s(tenant: \"%s\", %s, %s, limit: %d) { %s _additional { %s } } } }"
                .formatted(
                        declared,
                        collection.name(),
                        scope.tenant(),
                        Filter.text(scope.tenant(), documents),
                        how,
                        limit,
                        String.join(" ", StoredChunk.ASKED),
                        measure);
        var hits = rows(query.run(text, variables), "Get", collection, row -> hit(row, scope.tenant(), measure, score));
        return hits.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Hit> hit(
            Map<String, Object> row, Tenant tenant, String measure, DoubleUnaryOperator score) {
        if (!tenant.id().equals(row.get(StoredChunk.TENANT))) return Optional.empty();
        var measured = ((Map<?, ?>) row.get("_additional")).get(measure).toString();
        return Optional.of(new Hit(StoredChunk.read(row), score.applyAsDouble(Double.parseDouble(measured))));
    }

    private static long counted(Map<String, Object> row) {
        return ((Number) ((Map<?, ?>) row.get("meta")).get("count")).longValue();
    }

    /** Sees to it, once, that the collection is there. */
    private void prepare() {
        if (prepared.get()) return;
        var exists =
                value(client.schema().exists().withClassName(collection.name()).run());
        if (!exists) create();
        var found = value(
                client.schema().classGetter().withClassName(collection.name()).run());
        if (!collection.fits(found)) throw unavailable("the collection has another schema");
        prepared.set(true);
    }

    private void create() {
        var created = client.schema()
                .classCreator()
                .withClass(collection.definition())
                .run();
        // 422: another process was faster, and what it made is looked at next
        if (created.hasErrors() && created.getError().getStatusCode() != 422) value(created);
    }
}
