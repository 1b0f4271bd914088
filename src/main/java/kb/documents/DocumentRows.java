package kb.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Table;
import kb.store.Write;

/** The rows of documents, read as values and written on condition that they are still what was read. */
final class DocumentRows {
    private static final String ID = "document_id";
    private static final int MOST_AT_ONCE = 1_000;

    private final Table table;

    DocumentRows(Table table) {
        this.table = table;
    }

    Optional<Document> document(Tenant tenant, UUID id) {
        return table.get(Keys.document(tenant, id)).map(DocumentRows::document);
    }

    List<Document> documents(Tenant tenant, Collection<UUID> ids) {
        var keys = ids.stream().map(id -> Keys.document(tenant, id)).toList();
        return table.get(keys).stream().map(DocumentRows::document).toList();
    }

    /** Those of all documents or of some that are as wanted. */
    Set<UUID> ids(Tenant tenant, Optional<Set<UUID>> some, Predicate<Document> wanted) {
        var ids = new HashSet<UUID>();
        Consumer<Item> look = row -> {
            var document = document(row);
            if (wanted.test(document)) ids.add(document.documentId());
        };
        var keys = some.map(
                set -> set.stream().map(id -> Keys.document(tenant, id)).toList());
        if (keys.isPresent()) table.get(keys.get()).forEach(look);
        else each(tenant.id(), Keys.DOCUMENT, look);
        return ids;
    }

    /** Of all visible documents. */
    Visible sum(Tenant tenant) {
        var sum = new AtomicReference<>(Visible.NOTHING);
        each(tenant.id(), Keys.DOCUMENT, row -> {
            var document = document(row);
            if (document.visible()) sum.updateAndGet(before -> before.and(Visible.of(document)));
        });
        return sum.get();
    }

    /** Reads all rows of a partition whose sort keys begin so, some at a time. */
    void each(String partition, String prefix, Consumer<Item> reader) {
        var cursor = Optional.<String>empty();
        do {
            var slice = table.query(partition, prefix, Order.ASCENDING, MOST_AT_ONCE, cursor);
            slice.items().forEach(reader);
            cursor = slice.cursor();
        } while (cursor.isPresent());
    }

    static Document document(Item row) {
        return row.as(Document.class);
    }

    static UUID id(Item row) {
        return UUID.fromString(row.text(ID));
    }

    /** Read at once: of two uploads at the same time, none may see the other's name and miss its bytes. */
    Known known(Tenant tenant, String sha256, String filename) {
        var expected = ContentRow.NONE;
        while (true) {
            var known = known(tenant, sha256, filename, expected.documents());
            if (known.content().equals(expected)) return known;
            expected = known.content();
        }
    }

    private Known known(Tenant tenant, String sha256, String filename, List<UUID> expected) {
        var content = Keys.content(tenant, sha256);
        var name = Keys.name(tenant, filename);
        var keys = new ArrayList<>(List.of(content, name));
        expected.forEach(id -> keys.add(Keys.document(tenant, id)));
        var read = table.get(keys).stream().collect(Collectors.toMap(Item::key, Function.identity()));
        var documents = expected.stream()
                .flatMap(id -> Stream.ofNullable(read.get(Keys.document(tenant, id))))
                .map(DocumentRows::document);
        return new Known(
                read.containsKey(content) ? read.get(content).as(ContentRow.class) : ContentRow.NONE,
                documents.toList(),
                read.containsKey(name) ? read.get(name).as(NameRow.class) : NameRow.NONE);
    }

    ContentRow content(Tenant tenant, String sha256) {
        return table.get(Keys.content(tenant, sha256))
                .map(row -> row.as(ContentRow.class))
                .orElse(ContentRow.NONE);
    }

    NameRow name(Tenant tenant, String filename) {
        return table.get(Keys.name(tenant, filename))
                .map(row -> row.as(NameRow.class))
                .orElse(NameRow.NONE);
    }

    /** Puts a tenant on the list of tenants. */
    void register(Tenant tenant) {
        var key = Keys.tenant(tenant);
        if (table.get(key).isEmpty()) table.write(Write.put(new Item(key, Map.of()), Condition.ABSENT));
    }

    /** Whether all of it was written, or nothing because something changed since it was read. */
    boolean wrote(List<Write> writes) {
        return table.write(writes) instanceof Outcome.Done;
    }

    /** Likewise, and with it the log's entry of what is done by that. */
    boolean wrote(List<Write> writes, Deed deed) {
        return Activity.did(deed, table, writes) instanceof Outcome.Done;
    }

    boolean wrote(List<Write> writes, Optional<Deed> deed) {
        return deed.map(done -> wrote(writes, done)).orElseGet(() -> wrote(writes));
    }

    static Write add(Tenant tenant, Document document) {
        return Write.put(Item.of(Keys.document(tenant, document.documentId()), document), Condition.ABSENT);
    }

    /** @param changed with the revision that was read */
    static Write change(Tenant tenant, Document changed) {
        return Write.put(
                Item.of(Keys.document(tenant, changed.documentId()), changed.revised()),
                Condition.is("revision", (long) changed.revision()));
    }

    static Write unchanged(Tenant tenant, UUID id, Optional<Document> read) {
        var condition = read.map(document -> Condition.is("revision", (long) document.revision()));
        return new Write.Check(Keys.document(tenant, id), condition.orElse(Condition.ABSENT));
    }

    static Write change(Tenant tenant, String sha256, ContentRow before, ContentRow after) {
        return change(Keys.content(tenant, sha256), before, ContentRow.NONE, after);
    }

    static Write change(Tenant tenant, String filename, NameRow before, NameRow after) {
        return change(Keys.name(tenant, filename), before, NameRow.NONE, after.kept() == 0 ? NameRow.NONE : after);
    }

    private static Write change(Key key, Object before, Object none, Object after) {
        var condition = before.equals(none) ? Condition.ABSENT : Condition.still(Item.of(key, before));
        return after.equals(none) ? new Write.Delete(key, condition) : Write.put(Item.of(key, after), condition);
    }

    static Write version(Tenant tenant, Name name, UUID document) {
        return Write.put(pointer(Keys.version(tenant, name), document), Condition.ABSENT);
    }

    static Write work(Tenant tenant, UUID document) {
        return Write.put(pointer(Keys.work(tenant, document), document));
    }

    static Write worked(Tenant tenant, UUID document) {
        return Write.delete(Keys.work(tenant, document));
    }

    static Item pointer(Key key, UUID document) {
        return new Item(key, Map.of(ID, document.toString()));
    }
}
