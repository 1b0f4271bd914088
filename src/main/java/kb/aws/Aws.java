package kb.aws;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** DynamoDB, S3, SQS and Secrets Manager as the application uses them. */
public final class Aws {
    private static final String S3_ADDRESS = "AWS_ENDPOINT_URL_S3";

    private final Map<String, String> variables;

    /** One for all clients, or each would fetch the role's keys again. */
    private final AwsCredentialsProvider keys;

    /** As the environment says, asked by the SDK when it is needed. */
    public Aws() {
        this(Map.of());
    }

    /**
     * @param variables the SDK's own ({@code AWS_REGION}, {@code AWS_ENDPOINT_URL_S3}, …), for settings that are not in the
     *     environment; what is not here the SDK finds out by itself, and on Lambda that has to be everything
     */
    public Aws(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.keys = credentials()
                .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    public Function<String, DynamoTable> tables(Clock clock) {
        var client = Clients.dynamoDb(placed(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB"));
        return name -> new DynamoTable(client, name, clock);
    }

    public S3Objects bucket(String name) {
        // a server that is not Amazon's seldom has a host name for each bucket
        var byPath = address(S3_ADDRESS).isPresent();
        var client = Clients.s3(placed(S3Client.builder(), S3_ADDRESS).forcePathStyle(byPath));
        var presigner = S3Presigner.builder()
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(byPath).build());
        region().ifPresent(presigner::region);
        address(S3_ADDRESS).ifPresent(presigner::endpointOverride);
        presigner.credentialsProvider(keys);
        return new S3Objects(client, presigner.build(), name);
    }

    public Function<String, StoredSecret> secrets(Clock clock) {
        var client = Clients.secrets(placed(SecretsManagerClient.builder(), "AWS_ENDPOINT_URL_SECRETS_MANAGER"));
        return name -> new StoredSecret(client, name, clock);
    }

    /** @param address of a queue */
    public SqsQueue queue(String address) {
        return new SqsQueue(Clients.sqs(placed(SqsClient.builder(), "AWS_ENDPOINT_URL_SQS")), address);
    }

    private <B extends AwsClientBuilder<B, ?>> B placed(B builder, String addressOf) {
        region().ifPresent(builder::region);
        address(addressOf).ifPresent(builder::endpointOverride);
        return builder.credentialsProvider(keys);
    }

    private Optional<Region> region() {
        return variable("AWS_REGION").or(() -> variable("AWS_DEFAULT_REGION")).map(Region::of);
    }

    private Optional<URI> address(String of) {
        return variable(of).or(() -> variable("AWS_ENDPOINT_URL")).map(URI::create);
    }

    private Optional<AwsCredentials> credentials() {
        return variable("AWS_ACCESS_KEY_ID")
                .flatMap(key -> variable("AWS_SECRET_ACCESS_KEY").map(secret -> variable("AWS_SESSION_TOKEN")
                        .<AwsCredentials>map(token -> AwsSessionCredentials.create(key, secret, token))
                        .orElseGet(() -> AwsBasicCredentials.create(key, secret))));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "Aws" + variables.keySet();
    }
}
