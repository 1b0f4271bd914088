package kb.documents;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kb.people.Tenant;

/** What to know of documents before relying on them: of each that warns, its warnings. */
public final class Cautions {
    private final Catalog catalog;

    public Cautions(Catalog catalog) {
        this.catalog = catalog;
    }

    public List<Caution> of(Tenant tenant, Collection<UUID> documents) {
        return catalog.find(tenant, documents).stream()
                .filter(document -> !document.state().warnings().isEmpty())
                .map(document ->
                        new Caution(document.documentId(), document.state().warnings()))
                .sorted(Comparator.comparing(Caution::documentId))
                .toList();
    }
}
