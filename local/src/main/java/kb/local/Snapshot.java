package kb.local;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Removal;
import kb.documents.Shelf;
import kb.documents.Tenants;
import kb.documents.Wanted;
import kb.people.Tenant;
import kb.store.Order;
import org.sqlite.SQLiteConfig;

/** The database as it stood at one moment, in a file of its own. */
final class Snapshot implements AutoCloseable {
    private static final int SLICE = 100;
    private static final int BUSY_MILLISECONDS = 5_000;
    private static final Wanted ALL =
            new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, Order.ASCENDING);

    private final SqliteDatabase database;
    private final Tenants tenants;
    private final Shelf shelf;
    private final Removal removal;

    private Snapshot(SqliteDatabase database, Clock clock) {
        this.database = database;
        var table = new SqliteTable(database, "documents", clock);
        this.tenants = new Tenants(table);
        this.shelf = new Shelf(table, clock);
        this.removal = new Removal(table, clock);
    }

    /** Copies the database, whoever writes into it meanwhile. */
    static Snapshot of(Path database, Path copy, Clock clock) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        try (var connection = config.createConnection("jdbc:sqlite:" + database);
                var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
        return new Snapshot(new SqliteDatabase(copy), clock);
    }

    /** Hands over the documents whose erasure has not begun, some of a tenant at once. */
    void documents(BiConsumer<Tenant, List<Document>> each) {
        for (var tenant : tenants.all()) {
            var cursor = Optional.<String>empty();
            do {
                var listing = shelf.list(tenant, ALL, SLICE, cursor);
                each.accept(tenant, listing.documents());
                cursor = listing.cursor();
            } while (cursor.isPresent());
        }
    }

    /** Begins in the copy the erasure of every document that the catalog no longer has. */
    void follow(Catalog catalog) {
        documents((tenant, documents) -> {
            var ids = documents.stream().map(Document::documentId).toList();
            var left =
                    catalog.find(tenant, ids).stream().map(Document::documentId).toList();
            ids.stream().filter(id -> !left.contains(id)).forEach(id -> removal.bury(tenant, id));
        });
    }

    /** Afterwards the copy is one file. */
    @Override
    public void close() {
        database.close();
    }
}
