package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A {@link ChunkIndex} in a folder, for one machine: Lucene's BM25 and HNSW.
 *
 * <p>Queries are built from tokens, never parsed from text. What a call put or deleted is committed when it returns.
 */
public final class LuceneIndex implements ChunkIndex, AutoCloseable {
    /** Lucene refuses more than 1,024 clauses, and a filter is some. */
    private static final int MOST_TOKENS = 1_000;
    /** Nearest chunks that are looked for, however few are wanted: with ten a graph is left too early. */
    private static final int LEAST_NEAREST = 40;

    private static final int SCATTERED = 1_000;

    private final OpenIndex index;

    /** @throws IllegalStateException when the folder cannot be used, and says why */
    public LuceneIndex(Path folder) {
        index = new OpenIndex(folder, SCATTERED);
    }

    @Override
    public void put(Tenant tenant, List<IndexedChunk> chunks) {
        index.changing(writer -> {
            for (var chunk : chunks) {
                writer.updateDocument(
                        LuceneFields.id(tenant, chunk.chunk().id()), LuceneFields.document(tenant, chunk));
            }
        });
    }

    @Override
    public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
        if (tokens.isEmpty()) return List.of();
        var words = new BooleanQuery.Builder();
        new LinkedHashSet<>(tokens)
                .stream()
                        .limit(MOST_TOKENS)
                        .forEach(token ->
                                words.add(new TermQuery(LuceneFields.token(scope.tenant(), token)), Occur.SHOULD));
        var query =
                new BooleanQuery.Builder().add(words.build(), Occur.MUST).add(LuceneFields.filter(scope), Occur.FILTER);
        return hits(query.build(), limit, score -> score);
    }

    /** Lucene's score of unit vectors is half of one more than their cosine. */
    @Override
    public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
        var nearest = Math.max(limit, LEAST_NEAREST);
        var query = new KnnFloatVectorQuery(LuceneFields.VECTOR, vector.toArray(), nearest, LuceneFields.filter(scope));
        return hits(query, limit, score -> 2 * score - 1);
    }

    @Override
    public long delete(Tenant tenant, UUID documentId) {
        var before = count(tenant, documentId);
        index.changing(writer -> writer.deleteDocuments(LuceneFields.of(tenant, documentId)));
        var left = count(tenant, documentId);
        if (left > 0) throw new Unavailable(Part.INDEX, new IOException(left + " chunks are left"));
        return before;
    }

    @Override
    public long count(Tenant tenant, UUID documentId) {
        return index.searching(searcher -> (long) searcher.count(LuceneFields.of(tenant, documentId)));
    }

    @Override
    public Set<UUID> documents(Tenant tenant) {
        return index.searching(searcher -> LuceneInventory.documents(searcher, tenant));
    }

    @Override
    public List<UUID> chunks(Tenant tenant, UUID documentId) {
        return index.searching(searcher -> LuceneInventory.chunks(searcher, tenant, documentId));
    }

    /** Whether it holds nothing of anybody. */
    boolean isEmpty() {
        return index.searching(searcher -> searcher.getIndexReader().numDocs() == 0);
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {
        count(new Tenant("health"), new UUID(0, 0));
    }

    @FunctionalInterface
    private interface Score {
        double of(double lucenes);
    }

    private List<Hit> hits(Query query, int limit, Score score) {
        return index.searching(searcher -> {
            var hits = new ArrayList<Hit>();
            for (var found : searcher.search(query, limit).scoreDocs) {
                hits.add(new Hit(LuceneChunks.read(searcher, found.doc), score.of(found.score)));
            }
            return hits;
        });
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
