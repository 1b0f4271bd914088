package kb.activity;

import java.nio.file.Path;
import kb.store.EmbeddedDynamo;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresInDynamoTest implements FiguresContract, EntriesContract {
    private EmbeddedDynamo dynamo;
    private MovableClock clock;

    @BeforeAll
    void start(@TempDir Path folder) {
        dynamo = new EmbeddedDynamo(folder);
    }

    @AfterAll
    void stop() {
        dynamo.close();
    }

    @BeforeEach
    void begin() {
        clock = new MovableClock();
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public Table table() {
        return dynamo.table(clock);
    }
}
