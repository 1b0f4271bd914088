package kb.aws;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients that give up inside a route's deadline. Regions, credentials and addresses are the builder's. */
public final class Clients {
    private static final int ATTEMPTS = 3;

    private Clients() {}

    /** Lists answer within 5 seconds, so DynamoDB has 4. */
    public static DynamoDbClient dynamoDb(DynamoDbClientBuilder builder) {
        return builder.httpClient(http(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .overrideConfiguration(patience(Duration.ofSeconds(4)))
                .build();
    }

    /** A big object may take a while, but never stands still for 10 seconds. */
    public static S3Client s3(S3ClientBuilder builder) {
        return builder.httpClient(http(Duration.ofSeconds(2), Duration.ofSeconds(10)))
                .overrideConfiguration(patience(Duration.ofSeconds(25)))
                .build();
    }

    private static SdkHttpClient http(Duration connect, Duration read) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(connect)
                .socketTimeout(read)
                .build();
    }

    private static Consumer<ClientOverrideConfiguration.Builder> patience(Duration whole) {
        return settings -> settings.apiCallTimeout(whole)
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(strategy -> strategy.maxAttempts(ATTEMPTS));
    }
}
