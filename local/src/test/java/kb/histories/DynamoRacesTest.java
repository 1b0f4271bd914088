package kb.histories;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.nio.file.Path;
import java.time.Clock;
import kb.aws.DynamoTable;
import kb.store.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("parts")
class DynamoRacesTest implements RacesContract, SwitchesContract, CorrectionsContract, DeletedChatsContract {
    private AmazonDynamoDBLocal server;
    private DynamoDbClient client;

    @BeforeAll
    @SuppressWarnings("unchecked") // the SDK's builders take several builders at once
    void start(@TempDir Path folder) {
        // a file, because with a folder it would try again for ever
        server = DynamoDBEmbedded.create(folder.resolve("dynamo.db").toFile(), true);
        client = server.dynamoDbClient();
        client.createTable(create -> create.tableName("documents")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                        sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(pk -> pk.attributeName("pk").keyType(KeyType.HASH), sk -> sk.attributeName("sk")
                        .keyType(KeyType.RANGE)));
    }

    @AfterAll
    void stop() {
        server.shutdown();
    }

    @Override
    public Table table() {
        return new DynamoTable(client, "documents", Clock.systemUTC());
    }
}
