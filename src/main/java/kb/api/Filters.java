package kb.api;

import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import kb.http.Caller;
import kb.http.Fields;
import kb.search.Scope;

/** Reads which documents a question is about. */
final class Filters {
    private static final int MOST_DOCUMENTS = 100;

    private Filters() {}

    static Scope scope(Fields fields, Caller caller) {
        var filters = fields.object("filters");
        var ids = filters.texts("document_ids", MOST_DOCUMENTS, 100);
        filters.nothingElse();
        var documents = new HashSet<UUID>();
        for (var id : ids) {
            id(id).ifPresentOrElse(
                            documents::add, () -> filters.complain("document_ids", "must hold ids of documents", ""));
        }
        return new Scope(Asker.tenant(caller), ids.isEmpty() ? Optional.empty() : Optional.of(documents));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
