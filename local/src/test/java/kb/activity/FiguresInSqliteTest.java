package kb.activity;

import java.io.IOException;
import java.nio.file.Path;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FiguresInSqliteTest implements FiguresContract, EntriesContract {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = new SqliteDatabase(folder.resolve("kb.db"));
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public Table table() {
        return new SqliteTable(database, "records", clock);
    }
}
