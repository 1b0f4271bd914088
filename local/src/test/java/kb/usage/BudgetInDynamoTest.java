package kb.usage;

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
class BudgetInDynamoTest implements BudgetContract {
    private EmbeddedDynamo dynamo;
    private MovableClock clock;
    private Table table;

    @BeforeAll
    void start(@TempDir Path folder) {
        dynamo = new EmbeddedDynamo(folder);
    }

    @AfterAll
    void stop() {
        dynamo.close();
    }

    @BeforeEach
    void create() {
        clock = new MovableClock();
        table = dynamo.table(clock);
    }

    /** Local, it does one thing at a time. */
    @Override
    public int crowd() {
        return 100;
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
