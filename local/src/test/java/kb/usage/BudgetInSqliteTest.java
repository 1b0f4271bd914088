package kb.usage;

import java.nio.file.Path;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class BudgetInSqliteTest implements BudgetContract {
    private final MovableClock clock = new MovableClock();
    private SqliteDatabase database;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = new SqliteDatabase(folder.resolve("kb.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public Table table() {
        return new SqliteTable(database, "knowledge-base-chat-history", clock);
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
