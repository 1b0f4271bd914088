package kb.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kb.outside.Health;
import kb.people.Tenant;

/**
 * Finds chunks by words and by meaning. It only suggests: what it returns is checked against the catalog before
 * anyone sees it.
 *
 * <p>Every method throws {@link kb.outside.Unavailable} when the index does not answer. What was put or deleted is seen
 * by every search that starts after the call returned, and survives a crash.
 */
public interface ChunkIndex extends Health {
    /** Adds or replaces by chunk id, whatever the number. Returns only when all are in. */
    void put(Tenant tenant, List<IndexedChunk> chunks);

    /** BM25 (k1 = 1.2, b = 0.75) over the analyser's tokens; any one token suffices. Best first. */
    List<Hit> byKeywords(Scope scope, List<String> tokens, int limit);

    /** Nearest by cosine. Best first, scores from -1 to 1. */
    List<Hit> byMeaning(Scope scope, Vector vector, int limit);

    /**
     * Removes all chunks of a document and returns how many there were.
     *
     * @throws kb.outside.Unavailable also when a count afterwards finds some left
     */
    long delete(Tenant tenant, UUID documentId);

    long count(Tenant tenant, UUID documentId);

    /** All documents that have a chunk here, however many. Reads the whole of the tenant: nothing for each request. */
    Set<UUID> documents(Tenant tenant);

    /** All chunks of a document that are here, however many, in the order of their positions. */
    List<UUID> chunks(Tenant tenant, UUID documentId);
}
