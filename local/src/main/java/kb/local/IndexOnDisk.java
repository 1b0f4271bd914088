package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.search.Hit;
import kb.search.IndexedChunk;
import kb.search.Scope;
import kb.search.Vector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;

/** What lies in a Lucene index, counted beside whoever writes into it; each call sees what was committed before it. */
final class IndexOnDisk implements ChunkIndex, AutoCloseable {
    private final Optional<SearcherManager> searchers;

    IndexOnDisk(Path folder) throws IOException {
        searchers = LuceneFolder.holdsIndex(folder)
                ? Optional.of(new SearcherManager(FSDirectory.open(folder), null))
                : Optional.empty();
    }

    @Override
    public long count(Tenant tenant, UUID documentId) {
        return searching(searcher -> (long) searcher.count(LuceneFields.of(tenant, documentId)), 0L);
    }

    @Override
    public Set<UUID> documents(Tenant tenant) {
        return searching(searcher -> LuceneInventory.documents(searcher, tenant), Set.of());
    }

    @Override
    public List<UUID> chunks(Tenant tenant, UUID documentId) {
        return searching(searcher -> LuceneInventory.chunks(searcher, tenant, documentId), List.of());
    }

    @FunctionalInterface
    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private <T> T searching(Search<T> search, T nothing) {
        if (searchers.isEmpty()) return nothing;
        try {
            searchers.get().maybeRefreshBlocking();
            var searcher = searchers.get().acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.get().release(searcher);
            }
        } catch (IOException broken) {
            throw new Unavailable(Part.INDEX, broken);
        }
    }

    @Override
    public void put(Tenant tenant, List<IndexedChunk> chunks) {
        throw onlyCounted();
    }

    @Override
    public long delete(Tenant tenant, UUID documentId) {
        throw onlyCounted();
    }

    @Override
    public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
        throw onlyCounted();
    }

    @Override
    public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
        throw onlyCounted();
    }

    private static UnsupportedOperationException onlyCounted() {
        return new UnsupportedOperationException("this index is only counted");
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {
        documents(new Tenant("health"));
    }

    @Override
    public void close() throws IOException {
        if (searchers.isPresent()) searchers.get().close();
    }
}
