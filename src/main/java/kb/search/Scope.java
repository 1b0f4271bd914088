package kb.search;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.pages.Chunk;
import kb.people.Tenant;

/**
 * What an index may look at.
 *
 * @param documents only these, when given
 */
public record Scope(Tenant tenant, Optional<Set<UUID>> documents, Place place) {
    public Scope {
        documents = documents.map(Set::copyOf);
    }

    public Scope(Tenant tenant, Optional<Set<UUID>> documents) {
        this(tenant, documents, Place.ANYWHERE);
    }

    public static Scope all(Tenant tenant) {
        return new Scope(tenant, Optional.empty());
    }

    public boolean covers(UUID documentId) {
        return documents.map(only -> only.contains(documentId)).orElse(true);
    }

    /** Whether a chunk that an index gave back is one of those; its section is the index's word alone. */
    public boolean covers(Chunk chunk) {
        return covers(chunk.documentId())
                && place.pages().map(pages -> pages.holds(chunk.page())).orElse(true);
    }
}
