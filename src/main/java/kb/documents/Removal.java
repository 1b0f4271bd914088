package kb.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Table;
import kb.store.Write;

/** Takes a document out of everyone's sight at once, and later the last of its rows. */
public final class Removal {
    private final Table table;
    private final DocumentRows rows;
    private final Clock clock;

    public Removal(Table table, Clock clock) {
        this.table = table;
        this.rows = new DocumentRows(table);
        this.clock = clock;
    }

    /** @param records how many rows went away */
    public record Buried(Document document, int records) {}

    /**
     * Marks a document as being erased and frees its bytes and names, in one transaction; no older version comes back.
     * One that is marked already is returned as it is.
     *
     * @return empty when there is no such document
     */
    public Optional<Buried> bury(Tenant tenant, UUID id) {
        while (true) {
            var found = rows.document(tenant, id);
            if (found.isEmpty()) return Optional.empty();
            if (!Catalog.isThere(found.get())) return found.map(document -> new Buried(document, 0));
            var buried = found.get().withoutNames().in(found.get().state().deleting(clock.instant()));
            var writes = freed(tenant, found.get());
            var records = (int) writes.stream()
                    .filter(write -> write instanceof Write.Delete)
                    .count();
            writes.add(DocumentRows.change(tenant, buried));
            if (found.get().visible()) writes.add(VisibleRow.change(tenant, Stream.of(found.get()), Stream.of(buried)));
            writes.add(DocumentRows.work(tenant, id));
            if (rows.wrote(writes, Deed.of(Kind.DOCUMENT, "delete", id)))
                return Optional.of(new Buried(buried.revised(), records));
        }
    }

    private List<Write> freed(Tenant tenant, Document document) {
        var id = document.documentId();
        var writes = new ArrayList<Write>();
        var sha256 = document.source().sha256();
        var content = rows.content(tenant, sha256);
        writes.add(DocumentRows.change(tenant, sha256, content, content.without(id)));
        var versions = document.names().stream().collect(Collectors.groupingBy(Name::filename, Collectors.counting()));
        versions.forEach((filename, count) -> {
            var name = rows.name(tenant, filename);
            writes.add(DocumentRows.change(tenant, filename, name, name.without(id, count.intValue())));
        });
        for (var name : document.names()) {
            writes.add(new Write.Delete(Keys.version(tenant, name), Condition.PRESENT));
        }
        return writes;
    }

    /** Deletes the mark, once everything else is gone; returns how many rows that were. */
    public int remove(Tenant tenant, UUID id) {
        var found = rows.document(tenant, id);
        if (found.isEmpty() || Catalog.isThere(found.get())) return 0;
        var unchanged = Condition.is("revision", (long) found.get().revision());
        var writes =
                List.<Write>of(new Write.Delete(Keys.document(tenant, id), unchanged), DocumentRows.worked(tenant, id));
        return rows.wrote(writes) ? writes.size() : 0;
    }

    /** How many rows still lead to the document or are it. */
    public int left(Tenant tenant, Document document) {
        var id = document.documentId();
        var keys = new ArrayList<>(List.of(Keys.document(tenant, id), Keys.work(tenant, id)));
        document.names().forEach(name -> keys.add(Keys.version(tenant, name)));
        var names = document.names().stream().map(Name::filename).distinct().filter(name -> rows.name(tenant, name)
                .isHeldBy(id));
        var content =
                rows.content(tenant, document.source().sha256()).documents().contains(id);
        return table.get(keys).size() + (int) names.count() + (content ? 1 : 0);
    }
}
