package kb.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Order;
import kb.store.Table;

/** Counts rows that lead to documents which are not there: proof that there are none, for every write is a transaction. */
public final class DanglingRows {
    private final Table table;
    private final DocumentRows rows;

    public DanglingRows(Table table) {
        this.table = table;
        this.rows = new DocumentRows(table);
    }

    /** Bytes, names and versions that lead to nothing. */
    public long pointers(Tenant tenant) {
        return Stream.of("hash#", "name#", "version#")
                .mapToLong(prefix -> dangling(tenant, prefix))
                .sum();
    }

    /** Stored answers that are said to hold text of a document that is not there. */
    public long quotations(Tenant tenant) {
        return dangling(tenant, "quoted#");
    }

    /** Drafts are no documents, and have files: under these ids. */
    public Set<UUID> drafts(Tenant tenant) {
        var ids = new HashSet<UUID>();
        rows.each(tenant.id(), Keys.DRAFT, row -> ids.add(row.as(Draft.class).documentId()));
        return ids;
    }

    private long dangling(Tenant tenant, String prefix) {
        var count = 0L;
        var cursor = Optional.<String>empty();
        do {
            var slice = table.query(tenant.id(), prefix, Order.ASCENDING, 100, cursor);
            count += dangling(tenant, slice.items());
            cursor = slice.cursor();
        } while (cursor.isPresent());
        return count;
    }

    private long dangling(Tenant tenant, List<Item> slice) {
        var wanted = new HashSet<UUID>();
        slice.forEach(row -> wanted.addAll(targets(row)));
        rows.documents(tenant, wanted).forEach(document -> wanted.remove(document.documentId()));
        return slice.stream()
                .flatMap(row -> targets(row).stream())
                .filter(wanted::contains)
                .count();
    }

    private static List<UUID> targets(Item row) {
        var parts = row.key().sort().split("#");
        return switch (parts[0]) {
            case "hash" -> row.as(ContentRow.class).documents();
            case "name" -> row.as(NameRow.class).holderId().stream().toList();
            case "quoted" -> List.of(UUID.fromString(parts[1]));
            default -> List.of(DocumentRows.id(row));
        };
    }
}
