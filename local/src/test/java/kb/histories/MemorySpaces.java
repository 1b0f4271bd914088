package kb.histories;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kb.outside.Part;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.Space;
import kb.search.Spaces;
import kb.search.Vector;

/** Indexes in memory; whoever still holds a dropped one makes it again with the next put, as a server would. */
public final class MemorySpaces implements Spaces {
    private final Map<Space, MemoryIndex> indexes = new ConcurrentHashMap<>();

    @Override
    public ChunkIndex of(Space space) {
        return new Handle(space);
    }

    @Override
    public Set<Space> existing() {
        return Set.copyOf(indexes.keySet());
    }

    @Override
    public void drop(Space space) {
        indexes.remove(space);
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {}

    private final class Handle implements ChunkIndex {
        private final Space space;

        Handle(Space space) {
            this.space = space;
        }

        private MemoryIndex index() {
            return indexes.getOrDefault(space, new MemoryIndex());
        }

        @Override
        public void put(Tenant tenant, List<IndexedChunk> chunks) {
            for (var chunk : chunks) {
                if (chunk.vector().dimensions() != space.dimensions())
                    throw new IllegalArgumentException("a vector of another model");
            }
            indexes.computeIfAbsent(space, _ -> new MemoryIndex()).put(tenant, chunks);
        }

        @Override
        public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
            return index().byKeywords(scope, tokens, limit);
        }

        @Override
        public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
            return index().byMeaning(scope, vector, limit);
        }

        @Override
        public long delete(Tenant tenant, UUID documentId) {
            return index().delete(tenant, documentId);
        }

        @Override
        public long count(Tenant tenant, UUID documentId) {
            return index().count(tenant, documentId);
        }

        @Override
        public Set<UUID> documents(Tenant tenant) {
            return index().documents(tenant);
        }

        @Override
        public List<UUID> chunks(Tenant tenant, UUID documentId) {
            return index().chunks(tenant, documentId);
        }

        @Override
        public Part part() {
            return Part.INDEX;
        }

        @Override
        public void check() {}
    }
}
