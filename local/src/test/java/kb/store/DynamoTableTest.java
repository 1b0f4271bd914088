package kb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kb.aws.Clients;
import kb.aws.DynamoTable;
import kb.outside.Unavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoTableTest
        implements TableContract,
                TableConditionContract,
                TableQueryContract,
                TableTimeContract,
                TableCrowdContract,
                TableRecordContract {
    private final AtomicInteger tables = new AtomicInteger();
    private AmazonDynamoDBLocal server;
    private DynamoDbClient client;
    private MovableClock clock;
    private Table table;

    @BeforeAll
    void start(@TempDir Path folder) {
        // a file, because with a folder it would try again for ever
        server = DynamoDBEmbedded.create(folder.resolve("dynamo.db").toFile(), true);
        client = server.dynamoDbClient();
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
        client.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                        sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(pk -> pk.attributeName("pk").keyType(KeyType.HASH), sk -> sk.attributeName("sk")
                        .keyType(KeyType.RANGE)));
        table = new DynamoTable(client, name, clock);
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Test
    void a_server_that_is_away_is_unavailable_within_five_seconds() {
        var nobody = Clients.dynamoDb(DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:9"))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("k", "s"))));
        var away = new DynamoTable(nobody, "table", clock);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            var failure = assertThrows(Unavailable.class, () -> away.get(new Key("p", "a")));
            assertEquals(kb.outside.Part.TABLE, failure.part());
            assertThrows(Unavailable.class, () -> away.write(Write.put(TableContract.item("a", Map.of()))));
        });
    }
}
