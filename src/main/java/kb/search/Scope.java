package kb.search;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.people.Tenant;

/**
 * What a search may look at.
 *
 * @param documents only these, when given
 */
public record Scope(Tenant tenant, Optional<Set<UUID>> documents) {
    public Scope {
        documents = documents.map(Set::copyOf);
    }

    public static Scope all(Tenant tenant) {
        return new Scope(tenant, Optional.empty());
    }

    public boolean covers(UUID documentId) {
        return documents.map(only -> only.contains(documentId)).orElse(true);
    }
}
