package kb.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kb.activity.Deed;
import kb.people.Tenant;
import kb.store.Table;
import kb.store.Write;

/**
 * Lets a finished document go live: it becomes visible, and the version before it goes out of sight, in one transaction.
 *
 * <p>A version that was overtaken by a higher one does not take the name back.
 */
public final class Succession {
    private final Catalog catalog;
    private final DocumentRows rows;

    public Succession(Table table, Catalog catalog) {
        this.catalog = catalog;
        this.rows = new DocumentRows(table);
    }

    /** @param retired documents that no name leads to any more: their chunks are to leave the index */
    public record Result(Document document, List<UUID> retired) {}

    /**
     * @param indexes that hold all of the document
     * @param deed is what the log says of the document when it is live
     * @throws Catalog.Gone when nothing is to be done for the document, or another worker is at it
     * @return empty when the document would come into sight in an index that does not hold it
     */
    public Optional<Result> goLive(
            Tenant tenant,
            UUID id,
            Lease lease,
            List<String> warnings,
            List<String> indexes,
            Function<Document, Deed> deed) {
        while (true) {
            var document = catalog.leased(tenant, id, lease);
            var index = catalog.index(tenant);
            if (!indexes.containsAll(index.all())) return Optional.empty();
            var change = new Change(tenant, document.in(document.state().ready(warnings)));
            document.names().forEach(change::claim);
            var writes = change.writes();
            writes.add(Indexes.change(tenant, index, index.appeared(indexes.getFirst())));
            if (rows.wrote(writes, deed.apply(change.result().document()))) return Optional.of(change.result());
        }
    }

    /** The transaction as it grows, name by name. */
    private final class Change {
        private final Tenant tenant;
        private final Map<UUID, Document> documents = new LinkedHashMap<>();
        private final List<Document> before = new ArrayList<>();
        private final UUID id;
        private final List<Write> names = new ArrayList<>();

        Change(Tenant tenant, Document ready) {
            this.tenant = tenant;
            this.id = ready.documentId();
            documents.put(id, ready);
        }

        void claim(Name name) {
            if (name.held()) return;
            var row = rows.name(tenant, name.filename());
            if (name.version() <= row.live()) return;
            row.holderId().ifPresent(holder -> dethrone(holder, name.filename()));
            documents.computeIfPresent(id, (_, document) -> document.taking(name));
            names.add(DocumentRows.change(tenant, name.filename(), row, row.takenBy(id, name.version())));
        }

        /** A holder that is not there was erased since its name was read: then nothing of this is written. */
        private void dethrone(UUID holder, String filename) {
            if (!documents.containsKey(holder)) {
                rows.document(tenant, holder).ifPresent(document -> {
                    before.add(document);
                    documents.put(holder, document);
                });
            }
            documents.computeIfPresent(holder, (_, document) -> document.losing(filename));
        }

        List<Write> writes() {
            var writes = new ArrayList<>(names);
            writes.add(VisibleRow.change(tenant, before.stream(), documents.values().stream()));
            documents.values().forEach(document -> writes.add(DocumentRows.change(tenant, document)));
            for (var document : documents.values()) {
                if (document.superseded()) writes.add(DocumentRows.work(tenant, document.documentId()));
                else if (document.documentId().equals(id)) writes.add(DocumentRows.worked(tenant, id));
            }
            return writes;
        }

        Result result() {
            var retired = documents.values().stream()
                    .filter(Document::superseded)
                    .map(Document::documentId)
                    .toList();
            return new Result(documents.get(id).revised(), retired);
        }
    }
}
