package kb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoTableTest
        implements TableContract,
                TableConditionContract,
                TableQueryContract,
                TableTimeContract,
                TableCrowdContract,
                TableRecordContract {
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
