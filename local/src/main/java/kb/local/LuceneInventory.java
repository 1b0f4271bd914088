package kb.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kb.pages.Chunk;
import kb.people.Tenant;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.IndexSearcher;

/** What lies in a Lucene index, listed completely. */
final class LuceneInventory {
    private LuceneInventory() {}

    static Set<UUID> documents(IndexSearcher searcher, Tenant tenant) throws IOException {
        var found = new HashSet<UUID>();
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), LuceneFields.DOCUMENT);
        if (terms == null) return found;
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            var id = UUID.fromString(term.utf8ToString());
            // the term may be another tenant's, and outlives what was deleted
            if (searcher.count(LuceneFields.of(tenant, id)) > 0) found.add(id);
        }
        return found;
    }

    static List<UUID> chunks(IndexSearcher searcher, Tenant tenant, UUID documentId) throws IOException {
        var query = LuceneFields.of(tenant, documentId);
        var chunks = new ArrayList<Chunk>();
        // Lucene takes no limit of 0
        for (var found : searcher.search(query, Math.max(1, searcher.count(query))).scoreDocs) {
            chunks.add(LuceneChunks.read(searcher, found.doc));
        }
        chunks.sort(Comparator.comparingInt(Chunk::position));
        return chunks.stream().map(Chunk::id).toList();
    }
}
