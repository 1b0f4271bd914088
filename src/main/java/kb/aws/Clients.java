package kb.aws;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * Clients that give up by themselves, and earlier when the request's deadline says so; what was throttled or broke off
 * they try again inside that time. Regions, credentials and addresses are the builder's.
 */
public final class Clients {
    /** The most that a call may take, all its attempts together. */
    static final Duration DYNAMO_DB = Duration.ofSeconds(4);

    static final Duration S3 = Duration.ofSeconds(25);
    static final Duration SQS = Duration.ofSeconds(3);
    static final Duration SECRETS = Duration.ofSeconds(3);

    private static final int ATTEMPTS = 3;
    private static final int S3_ATTEMPTS = 6;

    /** Ends what takes too long, for all clients: each would have five threads of its own for it. */
    private static final ScheduledExecutorService TIMER = timer();

    private Clients() {}

    /** It forgets the time of a call that is over. Kept, each would wake it later, and there are as many as there were calls. */
    static ScheduledThreadPoolExecutor timer() {
        var threads = Thread.ofPlatform().name("aws-timer-", 0).daemon().factory();
        var timer = new ScheduledThreadPoolExecutor(2, threads);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    public static DynamoDbClient dynamoDb(DynamoDbClientBuilder builder) {
        return builder.httpClient(http(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .overrideConfiguration(patience(DYNAMO_DB, ATTEMPTS))
                .build();
    }

    /**
     * A big object may take a while, but never stands still: three seconds of silence end an attempt. There is one attempt more than
     * connections that Java keeps open to a server (five, {@code http.maxConnections}), all of which may turn out to be dead.
     */
    public static S3Client s3(S3ClientBuilder builder) {
        return builder.httpClient(http(Duration.ofSeconds(2), Duration.ofSeconds(3)))
                .overrideConfiguration(patience(S3, S3_ATTEMPTS))
                .build();
    }

    public static SqsClient sqs(SqsClientBuilder builder) {
        return builder.httpClient(http(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .overrideConfiguration(patience(SQS, ATTEMPTS))
                .build();
    }

    public static SecretsManagerClient secrets(SecretsManagerClientBuilder builder) {
        return builder.httpClient(http(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .overrideConfiguration(patience(SECRETS, ATTEMPTS))
                .build();
    }

    /** @param times that S3's long rules are gone through which say where on AWS a bucket is; whoever says where it is passes them by */
    public static void warmUp(int times) {
        SdkWarmUp.warmUp(DynamoDbClient.class, S3Client.class, SecretsManagerClient.class, SqsClient.class);
        var rules = S3EndpointProvider.defaultProvider();
        for (int time = 0; time < times; time++) {
            rules.resolveEndpoint(of -> of.region(Region.US_EAST_1).bucket("a-bucket"))
                    .join();
        }
    }

    private static SdkHttpClient http(Duration connect, Duration read) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(connect)
                .socketTimeout(read)
                .build();
    }

    private static Consumer<ClientOverrideConfiguration.Builder> patience(Duration whole, int attempts) {
        return settings -> settings.apiCallTimeout(whole)
                .scheduledExecutorService(TIMER)
                .addExecutionInterceptor(new InTime(whole))
                .addExecutionInterceptor(new WholeAnswers())
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(strategy -> strategy.maxAttempts(attempts));
    }
}
