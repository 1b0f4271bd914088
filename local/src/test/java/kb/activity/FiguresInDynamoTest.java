package kb.activity;

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
class FiguresInDynamoTest implements FiguresContract, EntriesContract {
    private final AtomicInteger tables = new AtomicInteger();
    private AmazonDynamoDBLocal server;
    private MovableClock clock;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = DynamoDBEmbedded.create(folder.resolve("dynamo.db").toFile(), true);
    }

    @AfterAll
    void stop() {
        server.shutdown();
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
    @SuppressWarnings("unchecked") // the SDK's builders take several builders at once
    public Table table() {
        var name = "table-" + tables.incrementAndGet();
        server.dynamoDbClient().createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                        sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(pk -> pk.attributeName("pk").keyType(KeyType.HASH), sk -> sk.attributeName("sk")
                        .keyType(KeyType.RANGE)));
        return new DynamoTable(server.dynamoDbClient(), name, clock);
    }
}
