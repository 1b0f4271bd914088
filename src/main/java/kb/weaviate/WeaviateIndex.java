package kb.weaviate;

import static kb.weaviate.Answers.ofTenant;
import static kb.weaviate.Answers.rows;
import static kb.weaviate.Answers.unavailable;
import static kb.weaviate.Answers.value;

import io.weaviate.client.Config;
import io.weaviate.client.WeaviateClient;
import io.weaviate.client.base.Result;
import io.weaviate.client.v1.batch.model.BatchDeleteOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.outside.Part;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.Space;
import kb.search.Vector;

/** The chunks of one space in Weaviate. */
final class WeaviateIndex implements ChunkIndex {
    private final WeaviateClient client;
    private final Query query;
    private final Collection collection;
    private final Inventory inventory;
    private final int dimensions;
    private final Readiness readiness;

    /** Connects to nothing yet. */
    WeaviateIndex(Wire wire, String owner, Space space) {
        var config = new Config("http", Wire.HOST);
        this.client = new WeaviateClient(config, wire, null);
        this.query = new Query(wire, config);
        this.collection = Collection.of(owner, space);
        this.inventory = new Inventory(query, collection);
        this.readiness = new Readiness(client, collection);
        this.dimensions = space.dimensions();
    }

    @Override
    public void put(Tenant tenant, List<IndexedChunk> chunks) {
        chunks.forEach(chunk -> checked(chunk.vector()));
        // Another process may have dropped it since, and Weaviate would make up a collection for what it is sent.
        readiness.seeAgain();
        var objects = chunks.stream()
                .map(chunk -> StoredChunk.write(collection, tenant, chunk))
                .toList();
        new Batches(client).put(objects);
    }

    @Override
    public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
        return tokens.isEmpty() ? List.of() : search(scope, Leg.keywords(tokens), limit);
    }

    @Override
    public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
        return search(scope, Leg.meaning(checked(vector)), limit);
    }

    @Override
    public long delete(Tenant tenant, UUID documentId) {
        readiness.see();
        var total = 0L;
        while (true) {
            // a batch delete takes only so many objects at once (QUERY_MAXIMUM_RESULTS): until none match
            var round = ofTenant(client.batch()
                    .objectsBatchDeleter()
                    .withClassName(collection.name())
                    .withTenant(tenant.id())
                    .withWhere(Filter.of(tenant, documentId))
                    .withOutput(BatchDeleteOutput.MINIMAL)
                    .run());
            if (round.isEmpty()) return total;
            var results = round.get().getResults();
            if (results.getMatches() == 0) break;
            if (results.getSuccessful() == 0) throw unavailable(results.getFailed() + " objects could not be deleted");
            total += results.getSuccessful();
        }
        var left = count(tenant, documentId);
        if (left > 0) throw unavailable(left + " objects are left");
        return total;
    }

    @Override
    public long count(Tenant tenant, UUID documentId) {
        readiness.see();
        var text = "query { Aggregate { %s(tenant: \"%s\", %s) { meta { count } } } }"
                .formatted(collection.name(), tenant, Filter.text(tenant, documentId));
        return rows(query.run(text, Map.of()), "Aggregate", collection, WeaviateIndex::counted).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public Set<UUID> documents(Tenant tenant) {
        readiness.see();
        return inventory.documents(tenant);
    }

    @Override
    public List<UUID> chunks(Tenant tenant, UUID documentId) {
        readiness.see();
        return inventory.chunks(tenant, documentId);
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

    private List<Hit> search(Scope scope, Leg leg, int limit) {
        if (scope.documents().filter(Set::isEmpty).isPresent()) return List.of();
        var text = leg.query(collection, scope.tenant(), Filter.text(scope), limit);
        return rows(found(text, leg.variables()), "Get", collection, row -> hit(row, scope.tenant(), leg)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A first search does not wait to hear that the collection is there: it is, but for a new knowledge base. */
    private Result<Query.Reply> found(String text, Map<String, Object> variables) {
        readiness.notRetired();
        var answer = query.run(text, variables);
        if (readiness.isSeen() || !isRefused(answer)) return answer;
        readiness.see();
        return query.run(text, variables);
    }

    private static boolean isRefused(Result<Query.Reply> answer) {
        var reply = answer.getResult();
        return reply != null && reply.errors() != null && !reply.errors().isEmpty();
    }

    private static Optional<Hit> hit(Map<String, Object> row, Tenant tenant, Leg leg) {
        if (!tenant.id().equals(row.get(StoredChunk.TENANT))) return Optional.empty();
        return Optional.of(new Hit(StoredChunk.read(row), leg.score((Map<?, ?>) row.get("_additional"))));
    }

    private static long counted(Map<String, Object> row) {
        return ((Number) ((Map<?, ?>) row.get("meta")).get("count")).longValue();
    }

    /** It is dropped, and must not be made again by whoever does not know that yet. */
    void retire() {
        readiness.retire();
    }
}
