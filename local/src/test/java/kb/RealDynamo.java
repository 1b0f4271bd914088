package kb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import kb.store.EmbeddedDynamo;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** DynamoDB Local behind a socket on loopback, with the application's two tables. */
public final class RealDynamo {
    static final String THROTTLED = FaultyProxy.answer(
            "400 Bad Request",
            "application/x-amz-json-1.0",
            "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}");

    private static final String KEY = "tests";

    private final LocalDynamoDBServerHandler handler;
    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    public RealDynamo() throws Exception {
        handler = new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, true, false), null);
        server.setHandler(new ContextHandler(handler, "/"));
        server.start();
        try (var client = client()) {
            for (var table : List.of("knowledge-base-documents", "knowledge-base-chat-history")) made(client, table);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getURI().getPort());
    }

    /** @param address this server's, or of what stands before it */
    public static Map<String, String> settings(URI address) {
        return Map.of(
                "STORE",
                "dynamodb",
                "AWS_ENDPOINT_URL_DYNAMODB",
                address.toString(),
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                KEY,
                "AWS_SECRET_ACCESS_KEY",
                KEY);
    }

    /** As patient as the SDK: the server takes seconds for its first answer on a busy machine. */
    DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(address())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
                .build();
    }

    /** A slow machine makes the SDK ask twice. */
    private static void made(DynamoDbClient client, String table) {
        try {
            EmbeddedDynamo.create(client, table);
        } catch (ResourceInUseException madeByTheFirstAttempt) {
            client.describeTable(describe -> describe.tableName(table));
        }
    }

    public void stop() throws Exception {
        server.stop();
        handler.close();
    }
}
