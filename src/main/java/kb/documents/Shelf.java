package kb.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.people.Tenant;
import kb.store.Cursor;
import kb.store.Item;
import kb.store.Order;
import kb.store.Table;
import kb.store.Write;

/** Lists documents, and changes single ones on a person's wish. */
public final class Shelf {
    /** A list that few documents fit ends after this many, with a cursor to go on. */
    private static final int MOST_EXAMINED = 2_000;

    private static final int LEAST_READ = 50;

    private final Table table;
    private final DocumentRows rows;
    private final Clock clock;

    public Shelf(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.rows = new DocumentRows(table);
    }

    /** @param cursor where to go on; with it, there may be fewer documents than asked for */
    public record Listing(List<Document> documents, Optional<String> cursor) {}

    public Listing list(Tenant tenant, Wanted wanted, int limit, Optional<String> cursor) {
        var found = new ArrayList<Document>();
        var next = cursor;
        for (int examined = 0; examined < MOST_EXAMINED; ) {
            var slice = table.query(tenant.id(), Keys.DOCUMENT, wanted.order(), Math.max(limit, LEAST_READ), next);
            for (var row : slice.items()) {
                examined++;
                var document = DocumentRows.document(row);
                if (wanted.fits(document)) found.add(document);
                if (found.size() == limit) return new Listing(found, after(row, slice.items(), slice.cursor()));
            }
            next = slice.cursor();
            if (next.isEmpty()) break;
        }
        return new Listing(found, next);
    }

    public Visible visible(Tenant tenant) {
        return new VisibleRow(table).read(tenant);
    }

    /** Behind this row, unless it is the last of all. */
    private static Optional<String> after(Item row, List<Item> slice, Optional<String> more) {
        return row == slice.getLast()
                ? more
                : Optional.of(Cursor.after(row.key().sort()));
    }

    /** A document as the version it is, or was, of a name. */
    public record Version(Name name, Document document) {}

    public record Versions(List<Version> versions, Optional<String> cursor) {}

    Versions versions(Tenant tenant, String filename, int limit, Optional<String> cursor) {
        var slice = table.query(tenant.id(), Keys.versions(filename), Order.DESCENDING, limit, cursor);
        var ids = slice.items().stream().map(DocumentRows::id).toList();
        Map<UUID, Document> documents = rows.documents(tenant, ids).stream()
                .filter(Catalog::isThere)
                .collect(Collectors.toMap(Document::documentId, Function.identity()));
        var versions = slice.items().stream()
                .flatMap(row -> Stream.ofNullable(documents.get(DocumentRows.id(row)))
                        .flatMap(document -> version(row, document)))
                .toList();
        return new Versions(versions, slice.cursor());
    }

    /** A document may be several versions of one name; each has a row of its own. */
    private static Stream<Version> version(Item row, Document document) {
        return document.names().stream()
                .filter(name -> row.key().sort().equals(Keys.version(name)))
                .map(name -> new Version(name, document));
    }

    /** Describes a document, whatever else of it changes at the same time; empty when there is none. */
    Optional<Document> describe(Tenant tenant, UUID id, Description description) {
        while (true) {
            var found = rows.document(tenant, id).filter(Catalog::isThere);
            if (found.isEmpty()) return Optional.empty();
            var changed = description.on(found.get());
            if (rows.wrote(List.of(DocumentRows.change(tenant, changed)), Deed.of(Kind.DOCUMENT, "describe", id)))
                return Optional.of(changed.revised());
        }
    }

    /** Puts a failed document back on the list of work; empty when it has not failed. */
    Optional<Document> queueAgain(Tenant tenant, UUID id) {
        while (true) {
            var failed = rows.document(tenant, id)
                    .filter(document -> document.state().status() == Status.FAILED);
            if (failed.isEmpty()) return Optional.empty();
            var queued = failed.get().queuedAgain(clock.instant());
            List<Write> writes = List.of(DocumentRows.change(tenant, queued), DocumentRows.work(tenant, id));
            if (rows.wrote(writes, Deed.of(Kind.DOCUMENT, "retry", id))) return Optional.of(queued.revised());
        }
    }

    /** Says that it is to fail before anything of it is taken away: whoever looks meanwhile takes part. */
    void refuse(Tenant tenant, Document document, Failure why) {
        rows.wrote(
                List.of(DocumentRows.change(tenant, document.in(document.state().refused(why)))));
    }

    /** Gives a document up; empty when it changed since it was read. */
    Optional<Document> fail(Tenant tenant, Document document, Failure why) {
        var failed = document.in(document.state().failed(why).at(clock.instant()));
        List<Write> writes =
                List.of(DocumentRows.change(tenant, failed), DocumentRows.worked(tenant, document.documentId()));
        return rows.wrote(writes) ? Optional.of(failed.revised()) : Optional.empty();
    }
}
