package kb.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.Indexes;
import kb.documents.Tenants;
import kb.ingest.MigrationProgress;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;

/** The work that is left, read beside the twin that is to do it. */
final class Unfinished implements AutoCloseable {
    private final SqliteDatabase database;
    private final Catalog catalog;
    private final Indexes indexes;
    private final MigrationProgress migration;
    private final Path bucket;

    Unfinished(Path data) {
        var clock = Clock.systemUTC();
        this.database = new SqliteDatabase(data.resolve("kb.db"));
        var table = new SqliteTable(database, "documents", clock);
        this.catalog = new Catalog(table, clock);
        this.indexes = new Indexes(table);
        this.migration = new MigrationProgress(new Tenants(table), indexes);
        this.bucket = data.resolve("s3/knowledge-base-pdfs");
    }

    boolean nothing() {
        return migration.towards(indexes.generation()).done()
                && catalog.work().stream().allMatch(this::isSomebodyElses);
    }

    /** An announced document whose bytes have not come waits for its uploader. */
    private boolean isSomebodyElses(Catalog.Unfinished work) {
        var id = work.documentId();
        var bytes = bucket.resolve(work.tenant().id()).resolve(id.toString()).resolve("source.pdf");
        return catalog.stored(work.tenant(), id).filter(Document::awaitsBytes).isPresent() && !Files.exists(bytes);
    }

    @Override
    public void close() {
        database.close();
    }
}
