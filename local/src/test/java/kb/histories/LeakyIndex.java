package kb.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kb.outside.Part;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.Vector;

/** Suggests everything it was ever given, to every tenant and whatever is asked, though it says that it deletes. */
final class LeakyIndex implements ChunkIndex {
    private final MemoryIndex index = new MemoryIndex();
    private final List<Hit> ever = new ArrayList<>();

    @Override
    public void put(Tenant tenant, List<IndexedChunk> chunks) {
        index.put(tenant, chunks);
        chunks.forEach(one -> ever.add(new Hit(one.chunk(), 1)));
    }

    @Override
    public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
        return List.copyOf(ever);
    }

    @Override
    public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
        return List.copyOf(ever);
    }

    @Override
    public long delete(Tenant tenant, UUID document) {
        return index.delete(tenant, document);
    }

    @Override
    public long count(Tenant tenant, UUID document) {
        return index.count(tenant, document);
    }

    @Override
    public Set<UUID> documents(Tenant tenant) {
        return index.documents(tenant);
    }

    @Override
    public List<UUID> chunks(Tenant tenant, UUID document) {
        return index.chunks(tenant, document);
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {}
}
