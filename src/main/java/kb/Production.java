package kb;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import kb.api.Limits;
import kb.aws.Clients;
import kb.aws.DynamoTable;
import kb.aws.S3Objects;
import kb.aws.StoredSecret;
import kb.config.Config;
import kb.http.Cors;
import kb.jwt.Secret;
import kb.jwt.TokenGate;
import kb.jwt.TokenRules;
import kb.jwt.VerificationKey;
import kb.llm.OpenAiEmbeddings;
import kb.outside.TimeOrderedIds;
import kb.pdf.PdfBoxReader;
import kb.search.ChunkIndex;
import kb.search.Embedder;
import kb.weaviate.WeaviateIndex;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Builds the outside world of the Lambda functions.
 *
 * <p>Clients are made here, before SnapStart takes its picture; secrets are not: each is fetched when it is first needed.
 */
public final class Production {
    /** A function URL takes 6 MB a request, Base64 included. */
    private static final Limits LIMITS = new Limits(4 * 1024 * 1024);

    /** DynamoDB's point-in-time recovery reaches back so far. */
    private static final Duration BACKUPS = Duration.ofDays(35);

    private static final Duration EMBEDDING = Duration.ofSeconds(8);

    private Production() {}

    public static App app(Config config) {
        var clock = Clock.systemUTC();
        var dynamoDb = Clients.dynamoDb(DynamoDbClient.builder());
        var secrets = SecretsManagerClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        var outside = new App.Outside(
                new DynamoTable(dynamoDb, config.storage().documentsTable(), clock),
                new DynamoTable(dynamoDb, config.storage().chatTable(), clock),
                new S3Objects(
                        Clients.s3(S3Client.builder()),
                        S3Presigner.create(),
                        config.storage().bucket()),
                index(config, secrets, clock),
                embedder(config, secrets, clock),
                new PdfBoxReader(),
                _ -> {}, // the bucket's own event brings the work
                gate(config, secrets, clock),
                new TimeOrderedIds(clock, new SecureRandom()),
                clock);
        return App.of(outside, new App.Manner(LIMITS, new Cors(config.allowedOrigins()), Optional.of(BACKUPS)));
    }

    private static ChunkIndex index(Config config, SecretsManagerClient secrets, Clock clock) {
        var address = new StoredSecret(secrets, "knowledge-base/weaviate-url", clock);
        var key = new StoredSecret(secrets, "knowledge-base/weaviate-key", clock);
        var models = config.models();
        return new WeaviateIndex(
                () -> URI.create(address.get()),
                () -> Optional.of(key.get()),
                models.embeddingModel(),
                models.embeddingDimensions());
    }

    private static Embedder embedder(Config config, SecretsManagerClient secrets, Clock clock) {
        var models = config.models();
        var address = URI.create(models.openAiBase());
        var key = new StoredSecret(secrets, "knowledge-base/openai-key", clock);
        return new OpenAiEmbeddings(
                () -> address, key, models.embeddingModel(), models.embeddingDimensions(), EMBEDDING);
    }

    private static TokenGate gate(Config config, SecretsManagerClient secrets, Clock clock) {
        var stored = new StoredSecret(secrets, "knowledge-base/jwt-secret", clock);
        var tokens = config.tokens();
        var key =
                new VerificationKey.SharedSecret(() -> Secret.of(tokens.secret().orElseGet(stored)));
        return new TokenGate(new TokenRules(key, tokens.issuer(), tokens.audience()), clock);
    }
}
