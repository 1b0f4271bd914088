package kb.histories;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.outside.Part;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.SectionKey;
import kb.search.Vector;

/** Chunks in memory; a keyword counts once. */
public final class MemoryIndex implements ChunkIndex {
    private record Stored(Tenant tenant, IndexedChunk indexed) {}

    private final Map<String, Stored> chunks = new ConcurrentSkipListMap<>();

    @Override
    public void put(Tenant tenant, List<IndexedChunk> all) {
        for (var indexed : all) chunks.put(tenant + "/" + indexed.chunk().id(), new Stored(tenant, indexed));
    }

    @Override
    public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
        return hits(scope, limit, chunk -> tokens.stream()
                .filter(chunk.tokens()::contains)
                .count());
    }

    @Override
    public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
        return hits(scope, limit, chunk -> chunk.vector().cosine(vector));
    }

    private List<Hit> hits(Scope scope, int limit, ToDoubleFunction<IndexedChunk> score) {
        return of(scope.tenant())
                .filter(one -> scope.covers(one.chunk()))
                .filter(one -> scope.place()
                        .section()
                        .map(SectionKey.of(one.chunk())::contains)
                        .orElse(true))
                .map(one -> new Hit(one.chunk(), score.applyAsDouble(one)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<IndexedChunk> of(Tenant tenant) {
        return chunks.values().stream()
                .filter(stored -> stored.tenant().equals(tenant))
                .map(Stored::indexed);
    }

    private Stream<IndexedChunk> of(Tenant tenant, UUID document) {
        return of(tenant).filter(one -> one.chunk().documentId().equals(document));
    }

    @Override
    public long delete(Tenant tenant, UUID document) {
        var ids = chunks(tenant, document);
        for (var id : ids) chunks.remove(tenant + "/" + id);
        return ids.size();
    }

    @Override
    public long count(Tenant tenant, UUID document) {
        return of(tenant, document).count();
    }

    @Override
    public Set<UUID> documents(Tenant tenant) {
        return of(tenant).map(one -> one.chunk().documentId()).collect(Collectors.toSet());
    }

    @Override
    public List<UUID> chunks(Tenant tenant, UUID document) {
        return of(tenant, document)
                .map(IndexedChunk::chunk)
                .sorted(Comparator.comparingInt(chunk -> chunk.position()))
                .map(chunk -> chunk.id())
                .toList();
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {}
}
