package kb.histories;

import java.nio.file.Path;
import java.time.Clock;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.store.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("parts")
class SqliteRacesTest implements RacesContract, SwitchesContract, CorrectionsContract, DeletedChatsContract {
    private final SqliteDatabase database;

    SqliteRacesTest(@TempDir Path folder) {
        database = new SqliteDatabase(folder.resolve("kb.db"));
    }

    @Override
    public Table table() {
        return new SqliteTable(database, "documents", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }
}
