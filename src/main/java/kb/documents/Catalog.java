package kb.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kb.activity.Deed;
import kb.people.Tenant;
import kb.store.Table;

/** Says which documents there are, which of them anyone may see, and which wait for work. */
public final class Catalog {
    private final Table table;
    private final DocumentRows rows;
    private final Clock clock;
    private final DecodedDocuments decoded = new DecodedDocuments();

    public Catalog(Table table, Clock clock) {
        this.table = table;
        this.rows = new DocumentRows(table);
        this.clock = clock;
    }

    /** A document nobody has begun to erase. */
    public Optional<Document> find(Tenant tenant, UUID id) {
        return rows.document(tenant, id).filter(Catalog::isThere);
    }

    /** Those of the documents that nobody has begun to erase. */
    public List<Document> find(Tenant tenant, Collection<UUID> ids) {
        return rows.documents(tenant, ids).stream().filter(Catalog::isThere).toList();
    }

    static boolean isThere(Document document) {
        return !document.buried();
    }

    /** Which index holds the tenant's visible documents. */
    public IndexRow index(Tenant tenant) {
        return Indexes.row(table.get(List.of(Keys.index(tenant))), tenant);
    }

    /**
     * The visible ones of these documents.
     *
     * @param index as it was before it was asked
     * @return empty when a document came into sight since then, or another index serves: what was asked may not have held
     *     all of it
     */
    public Optional<Map<UUID, Document>> visible(Tenant tenant, Collection<UUID> ids, IndexRow index) {
        var visible = new HashMap<UUID, Document>();
        var all = ids.stream().distinct().toList();
        for (int from = 0; from == 0 || from < all.size(); from += Table.AT_ONCE - 1) {
            var keys = new ArrayList<>(List.of(Keys.index(tenant)));
            all.subList(from, Math.min(from + Table.AT_ONCE - 1, all.size()))
                    .forEach(id -> keys.add(Keys.document(tenant, id)));
            var read = table.get(keys);
            if (!Indexes.row(read, tenant).equals(index)) return Optional.empty();
            for (var row : read) {
                if (row.key().equals(Keys.index(tenant))) continue;
                var document = decoded.of(row);
                if (document.visible()) visible.put(document.documentId(), document);
            }
        }
        return Optional.of(visible);
    }

    /** The visible documents with these traits, of all or of some; only of all is every document read. */
    public Set<UUID> visible(Tenant tenant, Optional<Set<UUID>> some, Traits traits) {
        return rows.ids(tenant, some, document -> document.visible() && traits.fit(document));
    }

    /**
     * Gives work on a document to one worker, for a minute that each {@link #advance} begins anew.
     *
     * @param worker its name; what it holds already it could not give back, and may have at once
     * @throws Gone when there is no such document, or nothing to be done for it
     * @return empty while another worker is at it
     */
    public Optional<Document> begin(Tenant tenant, UUID id, String worker) {
        while (true) {
            var document = unfinished(tenant, id);
            var now = clock.instant();
            var lease = document.state().lease();
            if (lease.active(now) && !lease.isOf(worker)) return Optional.empty();
            var begun = document.in(document.state().begun(now, worker));
            if (rows.wrote(List.of(DocumentRows.change(tenant, begun), DocumentRows.work(tenant, id))))
                return Optional.of(begun.revised());
        }
    }

    /**
     * Moves an unfinished document on, whatever else of it changes at the same time. When the next state is an
     * unfinished one the document stays on the list of work, otherwise it leaves it in the same transaction.
     *
     * @param deed what the log says of the document as it is then
     * @throws Gone when nothing is to be done for it, or another worker is at it
     */
    public Document advance(
            Tenant tenant, UUID id, Lease lease, UnaryOperator<State> step, Function<Document, Optional<Deed>> deed) {
        while (true) {
            var document = leased(tenant, id, lease);
            var next = document.in(step.apply(document.state()).at(clock.instant()));
            var goesOn = next.state().status().isUnfinished();
            var work = goesOn ? DocumentRows.work(tenant, id) : DocumentRows.worked(tenant, id);
            if (rows.wrote(List.of(DocumentRows.change(tenant, next), work), deed.apply(next))) return next.revised();
        }
    }

    Document leased(Tenant tenant, UUID id, Lease lease) {
        var document = unfinished(tenant, id);
        if (document.state().lease().number() != lease.number()) throw new Gone();
        return document;
    }

    private Document unfinished(Tenant tenant, UUID id) {
        return rows.document(tenant, id)
                .filter(found -> found.state().status().isUnfinished())
                .orElseThrow(Gone::new);
    }

    /** The document was finished, failed or deleted by someone else, or someone else works on it now. */
    public static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;

        Gone() {
            super("the document is gone or needs no work from here", null, false, false);
        }
    }

    /** The worker stops, though there may be work left. */
    public void release(Tenant tenant, UUID id, String worker) {
        end(tenant, id, held -> held.isOf(worker), State::idle);
    }

    /** Whoever works on it is known to be dead. */
    public void release(Tenant tenant, UUID id) {
        end(tenant, id, _ -> true, State::abandoned);
    }

    private void end(Tenant tenant, UUID id, Predicate<Lease> wanted, UnaryOperator<State> end) {
        while (true) {
            var leased = rows.document(tenant, id)
                    .filter(document -> document.state().lease().held())
                    .filter(document -> wanted.test(document.state().lease()));
            if (leased.isEmpty()) return;
            var idle = leased.get().in(end.apply(leased.get().state()));
            if (rows.wrote(List.of(DocumentRows.change(tenant, idle)))) return;
        }
    }

    /** Other documents with the same bytes. */
    public List<Document> sameBytes(Tenant tenant, Document document) {
        var ids = rows.content(tenant, document.source().sha256()).documents().stream()
                .filter(id -> !id.equals(document.documentId()))
                .toList();
        return find(tenant, ids);
    }

    /** The document as it is stored, even while it is being erased. */
    public Optional<Document> stored(Tenant tenant, UUID id) {
        return rows.document(tenant, id);
    }

    /** Likewise of several. */
    public List<Document> stored(Tenant tenant, Collection<UUID> ids) {
        return rows.documents(tenant, ids);
    }

    /** Takes a document off the list of work for which there is none: it is not there, or another version took its place. */
    public void worked(Tenant tenant, UUID id) {
        while (true) {
            var document = rows.document(tenant, id);
            if (document.isPresent() && !document.get().superseded()) return;
            if (rows.wrote(List.of(DocumentRows.unchanged(tenant, id, document), DocumentRows.worked(tenant, id))))
                return;
        }
    }

    public record Unfinished(Tenant tenant, UUID documentId) {}

    /** All work of all tenants, oldest first within a tenant. */
    public List<Unfinished> work() {
        var all = new ArrayList<Unfinished>();
        rows.each(Keys.WORK, "", item -> {
            var parts = item.key().sort().split("#", 2);
            all.add(new Unfinished(new Tenant(parts[0]), UUID.fromString(parts[1])));
        });
        return all;
    }
}
