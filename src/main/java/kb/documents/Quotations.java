package kb.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Order;
import kb.store.Table;
import kb.store.Write;

/**
 * Remembers which stored answers hold text of a document, so that erasing the document finds them.
 *
 * <p>The note is made before the answer is stored, and only while the document is there. So an answer is either found by
 * the erasure, or its writer hears that the document is going.
 */
public final class Quotations {
    private static final String CHAT = "chat_id";
    private static final String MESSAGE = "message_id";
    private static final int SLICE = 1_000;

    private final Table table;
    private final DocumentRows rows;

    public Quotations(Table table) {
        this.table = table;
        this.rows = new DocumentRows(table);
    }

    /** Whether all of the documents are there and know now that they are quoted. */
    public boolean note(Tenant tenant, Collection<UUID> documents, QuotedIn place) {
        if (documents.isEmpty()) return true;
        while (true) {
            var found = rows.documents(tenant, documents);
            if (found.size() < documents.size() || !found.stream().allMatch(Catalog::isThere)) return false;
            var writes = new ArrayList<Write>();
            for (var document : found) {
                var id = document.documentId();
                var unchanged = Condition.is("revision", (long) document.revision());
                writes.add(new Write.Check(Keys.document(tenant, id), unchanged));
                writes.add(Write.put(row(tenant, id, place)));
            }
            if (rows.wrote(writes)) return true;
        }
    }

    private static Item row(Tenant tenant, UUID document, QuotedIn place) {
        return new Item(
                Keys.quoted(tenant, document, place),
                Map.of(
                        CHAT,
                        place.chatId().toString(),
                        MESSAGE,
                        place.messageId().toString()));
    }

    /** All answers that may quote the document. */
    public List<QuotedIn> of(Tenant tenant, UUID document) {
        var places = new ArrayList<QuotedIn>();
        var cursor = Optional.<String>empty();
        do {
            var slice = table.query(tenant.id(), Keys.quoted(document), Order.ASCENDING, SLICE, cursor);
            slice.items().forEach(row -> places.add(place(row)));
            cursor = slice.cursor();
        } while (cursor.isPresent());
        return places;
    }

    private static QuotedIn place(Item row) {
        return new QuotedIn(UUID.fromString(row.text(CHAT)), UUID.fromString(row.text(MESSAGE)));
    }

    public void forget(Tenant tenant, UUID document, QuotedIn place) {
        table.write(Write.delete(Keys.quoted(tenant, document, place)));
    }
}
