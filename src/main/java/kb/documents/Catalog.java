package kb.documents;

import static kb.store.Condition.ABSENT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Slice;
import kb.store.Table;
import kb.store.Write;

/**
 * Says which documents there are and which of them anyone may see.
 *
 * <p>Bytes and names are unique within a tenant because their rows are written on condition that they are absent, in
 * the transaction that adds the document; nothing is looked up first and trusted later.
 */
public final class Catalog {
    private static final String HOLDER = "document_id";

    private final Table table;

    public Catalog(Table table) {
        this.table = table;
    }

    public Optional<Document> find(Tenant tenant, UUID id) {
        return table.get(Keys.document(tenant, id)).map(Catalog::document);
    }

    public List<Document> find(Tenant tenant, Collection<UUID> ids) {
        var keys = ids.stream().distinct().map(id -> Keys.document(tenant, id)).toList();
        return table.get(keys).stream().map(Catalog::document).toList();
    }

    Optional<Document> withContent(Tenant tenant, String sha256) {
        return table.get(Keys.hash(tenant, sha256)).flatMap(row -> find(tenant, holder(row)));
    }

    Optional<Document> named(Tenant tenant, String filename) {
        return table.get(Keys.name(tenant, filename)).flatMap(row -> find(tenant, holder(row)));
    }

    /** Documents of a tenant, newest first. */
    public Listing list(Tenant tenant, int limit, Optional<String> cursor) {
        var slice = table.query(tenant.id(), Keys.DOCUMENT, Order.DESCENDING, limit, cursor);
        return new Listing(slice.items().stream().map(Catalog::document).toList(), slice.cursor());
    }

    public record Listing(List<Document> documents, Optional<String> cursor) {}

    /** Adds a document that has neither known bytes nor a known name, as work to be done; false when it has. */
    boolean add(Tenant tenant, Document document) {
        var id = document.documentId();
        var outcome = table.write(
                Write.put(holder(Keys.hash(tenant, document.source().sha256()), id), ABSENT),
                Write.put(holder(Keys.name(tenant, document.source().filename()), id), ABSENT),
                Write.put(row(tenant, document), ABSENT),
                work(tenant, id));
        return outcome instanceof Outcome.Done;
    }

    /** Gives a document a further name that nobody has; false when somebody does or the document changed meanwhile. */
    boolean addName(Tenant tenant, Document document, String filename) {
        var named = document.from(document.source().alsoCalled(filename));
        var outcome = table.write(
                Write.put(holder(Keys.name(tenant, filename), document.documentId()), ABSENT), change(tenant, named));
        return outcome instanceof Outcome.Done;
    }

    /** Stores a changed document and puts it on the list of work; empty when it was changed by someone else since it was read. */
    Optional<Document> queue(Tenant tenant, Document changed) {
        return stored(changed, table.write(change(tenant, changed), work(tenant, changed.documentId())));
    }

    /**
     * Moves an unfinished document on, whatever else of it changes at the same time. When the next state is an
     * unfinished one the document stays on the list of work, otherwise it leaves it in the same transaction.
     *
     * @throws Gone when there is no such document, or nothing to be done for it
     */
    public Document advance(Tenant tenant, UUID id, UnaryOperator<State> step) {
        while (true) {
            var document = find(tenant, id).orElseThrow(Gone::new);
            if (!document.state().status().isUnfinished()) throw new Gone();
            var next = document.in(step.apply(document.state()));
            var work = next.state().status().isUnfinished() ? work(tenant, id) : Write.delete(Keys.work(tenant, id));
            var stored = stored(next, table.write(change(tenant, next), work));
            if (stored.isPresent()) return stored.get();
        }
    }

    /** The document was finished, failed or deleted by someone else. */
    public static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Gone() {
            super("the document is gone or needs no work", null, false, false);
        }
    }

    /** Takes a document off the list of unfinished work. */
    public void forgetWork(Tenant tenant, UUID id) {
        table.write(Write.delete(Keys.work(tenant, id)));
    }

    public record Unfinished(Tenant tenant, UUID documentId) {}

    /** All unfinished work of all tenants, oldest first within a tenant. */
    public List<Unfinished> unfinished() {
        var all = new ArrayList<Unfinished>();
        var cursor = Optional.<String>empty();
        do {
            Slice slice = table.query(Keys.WORK, "", Order.ASCENDING, 1_000, cursor);
            for (var item : slice.items()) {
                var parts = item.key().sort().split("#", 2);
                all.add(new Unfinished(new Tenant(parts[0]), UUID.fromString(parts[1])));
            }
            cursor = slice.cursor();
        } while (cursor.isPresent());
        return all;
    }

    private static Optional<Document> stored(Document changed, Outcome outcome) {
        return outcome instanceof Outcome.Done ? Optional.of(changed.revised()) : Optional.empty();
    }

    private static Write change(Tenant tenant, Document changed) {
        return Write.put(row(tenant, changed.revised()), Condition.is("revision", (long) changed.revision()));
    }

    private static Write work(Tenant tenant, UUID id) {
        return Write.put(holder(Keys.work(tenant, id), id));
    }

    private static Item row(Tenant tenant, Document document) {
        return Item.of(Keys.document(tenant, document.documentId()), document);
    }

    private static Document document(Item row) {
        return row.as(Document.class);
    }

    private static Item holder(kb.store.Key key, UUID id) {
        return new Item(key, java.util.Map.of(HOLDER, id.toString()));
    }

    private static UUID holder(Item row) {
        return UUID.fromString(row.text(HOLDER));
    }
}
