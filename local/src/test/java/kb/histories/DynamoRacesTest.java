package kb.histories;

import java.nio.file.Path;
import java.time.Clock;
import kb.store.EmbeddedDynamo;
import kb.store.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("parts")
class DynamoRacesTest implements RacesContract, SwitchesContract, CorrectionsContract, DeletedChatsContract {
    private EmbeddedDynamo dynamo;
    private Table table;

    @BeforeAll
    void start(@TempDir Path folder) {
        dynamo = new EmbeddedDynamo(folder);
        table = dynamo.table(Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        dynamo.close();
    }

    @Override
    public Table table() {
        return table;
    }
}
