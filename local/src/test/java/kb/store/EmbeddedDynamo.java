package kb.store;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import kb.aws.DynamoTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** DynamoDB Local inside this process, with tables keyed as the template's are. */
public final class EmbeddedDynamo implements AutoCloseable {
    private final AtomicInteger tables = new AtomicInteger();
    private final AmazonDynamoDBLocal server;

    public EmbeddedDynamo(Path folder) {
        // a file, because with a folder it would try again for ever
        server = DynamoDBEmbedded.create(folder.resolve("dynamo.db").toFile(), true);
    }

    /** A new one with nothing in it. */
    public Table table(Clock clock) {
        var name = "table-" + tables.incrementAndGet();
        create(client(), name);
        return new DynamoTable(client(), name, clock);
    }

    DynamoDbClient client() {
        return server.dynamoDbClient();
    }

    @SuppressWarnings("unchecked") // the SDK's builders take several builders at once
    public static void create(DynamoDbClient client, String table) {
        client.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                        sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(pk -> pk.attributeName("pk").keyType(KeyType.HASH), sk -> sk.attributeName("sk")
                        .keyType(KeyType.RANGE)));
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
