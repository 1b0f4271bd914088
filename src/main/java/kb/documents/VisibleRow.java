package kb.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Table;
import kb.store.Write;

/**
 * How many documents and chunks of a tenant are visible, in a row that changes in the transactions in which documents come into sight
 * and go out of it.
 *
 * <p>It is counted once from all documents, when it is asked for first: documents may be older than the row.
 */
final class VisibleRow {
    private static final String DOCUMENTS = "documents";
    private static final String CHUNKS = "chunks";
    /** Grows with each change: a count is right when nothing changed while it was made. */
    private static final String CHANGES = "changes";

    private static final String COUNTED = "counted";

    private final Table table;
    private final DocumentRows rows;

    VisibleRow(Table table) {
        this.table = table;
        this.rows = new DocumentRows(table);
    }

    /** @param before the documents as they are @param after as they will be */
    static Write change(Tenant tenant, Stream<Document> before, Stream<Document> after) {
        var lost = of(before);
        var won = of(after);
        var amounts = Map.of(
                DOCUMENTS, won.documents() - lost.documents(), CHUNKS, won.chunks() - lost.chunks(), CHANGES, 1L);
        return new Write.Add(Keys.visible(tenant), amounts, Optional.empty());
    }

    private static Visible of(Stream<Document> documents) {
        return documents.filter(Document::visible).map(Visible::of).reduce(Visible.NOTHING, Visible::and);
    }

    Visible read(Tenant tenant) {
        while (true) {
            var row = table.get(Keys.visible(tenant));
            if (row.filter(item -> item.attributes().containsKey(COUNTED)).isPresent())
                return new Visible(row.get().number(DOCUMENTS), row.get().number(CHUNKS));
            var counted = rows.sum(tenant);
            var changes = row.map(item -> item.number(CHANGES)).orElse(0L);
            var unchanged = row.isEmpty() ? Condition.ABSENT : Condition.is(CHANGES, changes);
            var attributes = Map.<String, Object>of(
                    DOCUMENTS, counted.documents(), CHUNKS, counted.chunks(), CHANGES, changes, COUNTED, true);
            rows.wrote(List.of(Write.put(new Item(Keys.visible(tenant), attributes), unchanged)));
        }
    }
}
