package kb.crash;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;

/** The work that is left, read beside the twin that is to do it. */
final class Unfinished implements AutoCloseable {
    private final SqliteDatabase database;
    private final Catalog catalog;

    Unfinished(Path data) {
        var clock = Clock.systemUTC();
        this.database = new SqliteDatabase(data.resolve("kb.db"));
        this.catalog = new Catalog(new SqliteTable(database, "documents", clock), clock);
    }

    /** @param owed documents whose bytes were brought; another that waits for its bytes is its uploader's to finish */
    boolean nothing(Collection<String> owed) {
        return catalog.work().stream()
                .map(work -> catalog.stored(work.tenant(), work.documentId()))
                .allMatch(document -> document.filter(Document::awaitsBytes)
                        .filter(waiting -> !owed.contains(waiting.documentId().toString()))
                        .isPresent());
    }

    @Override
    public void close() {
        database.close();
    }
}
