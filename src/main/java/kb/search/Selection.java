package kb.search;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Traits;
import kb.people.Tenant;

/**
 * Which of a tenant's passages somebody asks for: those that everything said here is true of.
 *
 * @param documents only these, when given
 * @param traits what the catalog knows of a document
 * @param place what an index knows of a chunk
 */
public record Selection(Tenant tenant, Optional<Set<UUID>> documents, Traits traits, Place place) {
    public Selection {
        documents = documents.map(Set::copyOf);
    }

    public static Selection all(Tenant tenant) {
        return new Selection(tenant, Optional.empty(), Traits.ANY, Place.ANYWHERE);
    }

    /** What an index is to look at, as the catalog knows it now. */
    Scope scope(Catalog catalog) {
        var some = traits.equals(Traits.ANY) ? documents : Optional.of(catalog.visible(tenant, documents, traits));
        return new Scope(tenant, some, place);
    }

    /** Whether a document is still one of those. */
    boolean takes(Document document) {
        return documents.map(only -> only.contains(document.documentId())).orElse(true) && traits.fit(document);
    }
}
