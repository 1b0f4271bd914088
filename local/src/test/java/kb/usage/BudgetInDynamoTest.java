package kb.usage;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import kb.aws.DynamoTable;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetInDynamoTest implements BudgetContract {
    private final AtomicInteger tables = new AtomicInteger();
    private AmazonDynamoDBLocal server;
    private MovableClock clock;
    private Table table;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = DynamoDBEmbedded.create(folder.resolve("dynamo.db").toFile(), true);
    }

    @AfterAll
    void stop() {
        server.shutdown();
    }

    @BeforeEach
    @SuppressWarnings("unchecked") // the SDK's builders take several builders at once
    void create() {
        clock = new MovableClock();
        var name = "table-" + tables.incrementAndGet();
        server.dynamoDbClient().createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                        sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(pk -> pk.attributeName("pk").keyType(KeyType.HASH), sk -> sk.attributeName("sk")
                        .keyType(KeyType.RANGE)));
        table = new DynamoTable(server.dynamoDbClient(), name, clock);
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
