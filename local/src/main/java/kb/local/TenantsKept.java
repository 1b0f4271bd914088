package kb.local;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.TermQuery;

/**
 * Which chunks are a tenant's is kept between searches, a bit for each: the search by meaning asks for all of them each time.
 *
 * <p>Lucene's own policy never keeps what a single term finds.
 */
enum TenantsKept implements QueryCachingPolicy {
    POLICY;

    @Override
    public void onUse(Query query) {}

    @Override
    public boolean shouldCache(Query query) {
        return query instanceof TermQuery term && LuceneFields.isTenant(term.getTerm());
    }
}
