package kb.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kb.EmbeddingService;
import kb.RealDynamo;
import kb.RealPart;
import kb.aws.Aws;
import kb.config.Config;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.Secret;
import kb.jwt.TokenRules;
import kb.jwt.VerificationKey;
import kb.local.EmbeddedS3;
import kb.local.S3Credentials;
import kb.people.Tenant;
import kb.weaviate.WeaviateServer;

/** What the template makes, on loopback: the built functions beside DynamoDB Local, S3, SQS, Weaviate and a model. */
public final class DeployedStack {
    static final String SIGNING_SECRET = "a signing secret for tests, which nobody may see";
    static final String MODEL_KEY = "sk-a-model-key-which-nobody-may-see";
    static final String BUCKET = "knowledge-base-pdfs";
    private static final S3Credentials KEYS = new S3Credentials("AKIDTESTS", "a secret for tests");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration INGEST = Duration.ofMinutes(15);
    private static final Set<String> KEPT_IN_SECRETS =
            Set.of("JWT_SECRET_KEY", "OPENAI_API_KEY", "WEAVIATE_URL", "WEAVIATE_API_KEY");

    final RealQueue sqs = new RealQueue();
    final SecretsServer secrets;
    private final RealDynamo dynamo = new RealDynamo();
    private final EmbeddingService models = new EmbeddingService();
    private final EmbeddedS3 s3;
    private final Map<String, String> own;
    private final Before before;
    private final Built built;

    /** What is called for a part instead of its own address. */
    @FunctionalInterface
    public interface Before {
        Before NOTHING = (_, _, address) -> address;

        /** @param function as the template names it @param part as AWS's variables name it, {@code INDEX} or {@code MODELS} */
        URI of(String function, String part, URI address);
    }

    /** @param settings that a function of this folder is given for the folder's sake, by its name in the template */
    public record Built(Path folder, Function<String, Map<String, String>> settings) {}

    DeployedStack(Path folder) throws Exception {
        this(folder, Map.of(), Before.NOTHING);
    }

    public DeployedStack(Path folder, Map<String, String> own, Before before) throws Exception {
        this(folder, own, before, new Built(RealPart.ARTIFACT.path(), _ -> Map.of()));
    }

    /** @param own settings that are not as usual; what is a secret on AWS is one here */
    public DeployedStack(Path folder, Map<String, String> own, Before before, Built built) throws Exception {
        var origins = Config.from(own).allowedOrigins();
        s3 = new EmbeddedS3(folder.resolve("s3"), "127.0.0.1", 0, KEYS, BUCKET, List.copyOf(origins));
        s3.watch(this::heard);
        var index = Optional.ofNullable(own.get("WEAVIATE_URL"))
                .map(URI::create)
                .orElseGet(() -> WeaviateServer.running().address());
        secrets = new SecretsServer(Map.of(
                "knowledge-base/jwt-secret",
                own.getOrDefault("JWT_SECRET_KEY", SIGNING_SECRET),
                "knowledge-base/openai-key",
                own.getOrDefault("OPENAI_API_KEY", MODEL_KEY),
                "knowledge-base/weaviate-url",
                before.of("", "INDEX", index).toString(),
                "knowledge-base/weaviate-key",
                own.getOrDefault("WEAVIATE_API_KEY", WeaviateServer.KEY)));
        this.own = own;
        this.before = before;
        this.built = built;
    }

    public Map<String, String> settings(String function) {
        var settings = new HashMap<>(sqs.settings());
        settings.putAll(EmbeddingService.settings(before.of(function, "MODELS", models.address())));
        var services = Map.of(
                "DYNAMODB", dynamo.address(),
                "S3", s3.endpoint(),
                "SECRETS_MANAGER", secrets.address(),
                "SQS", sqs.address());
        services.forEach((name, address) -> settings.put(
                "AWS_ENDPOINT_URL_" + name, before.of(function, name, address).toString()));
        settings.putAll(Map.of(
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                KEYS.accessKey(),
                "AWS_SECRET_ACCESS_KEY",
                KEYS.secretKey(),
                "PDF_BUCKET_NAME",
                BUCKET));
        settings.putAll(built.settings().apply(function));
        settings.putAll(own);
        settings.keySet().removeAll(KEPT_IN_SECRETS);
        return settings;
    }

    private void heard(String name) {
        if (name.endsWith("/source.pdf")) sqs.post("""
                {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"object": {"key": "%s"}}}]}""".formatted(name));
    }

    public DeployedFunction http() throws Exception {
        return http(Map.of());
    }

    public DeployedFunction http(Map<String, String> more) throws Exception {
        return function("Http", 2048, more);
    }

    public DeployedFunction ingest() throws Exception {
        return function("Ingest", 3008, Map.of());
    }

    public DeployedFunction janitor() throws Exception {
        return janitor(Map.of());
    }

    /** @param more settings of its own, which the other functions have not got yet */
    public DeployedFunction janitor(Map<String, String> more) throws Exception {
        return function("Janitor", 1024, more);
    }

    public DeployedFunction deadLetters() throws Exception {
        return function("DeadLetter", 1024, Map.of());
    }

    private DeployedFunction function(String name, int megabytes, Map<String, String> more) throws Exception {
        var handler = "kb.lambda.%sEntry::handleRequest".formatted(name);
        var settings = settings(name + "Function");
        settings.putAll(more);
        return new DeployedFunction(built.folder(), handler, megabytes, settings);
    }

    /** Brings what waits in the queue to a function, as Lambda does. @return how many messages */
    public int deliver(DeployedFunction function) {
        return sqs.deliver((event, _) -> answer(function, event), (int) INGEST.toMillis());
    }

    /** Forgets all that waits in the queue. */
    public void lose() {
        sqs.lose();
    }

    private static SQSBatchResponse answer(DeployedFunction function, SQSEvent event) {
        try {
            var records = event.getRecords().stream()
                    .map(one ->
                            Map.of("messageId", one.getMessageId(), "body", one.getBody(), "eventSource", "aws:sqs"))
                    .toList();
            var answer = JSON.readTree(function.invoke(JSON.writeValueAsString(Map.of("Records", records)), INGEST));
            return new SQSBatchResponse(answer.get("batchItemFailures")
                    .valueStream()
                    .map(one -> new SQSBatchResponse.BatchItemFailure(
                            one.get("itemIdentifier").textValue()))
                    .toList());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public Stores stores() {
        return new Stores(new Aws(settings("Test")));
    }

    static String token(String role) {
        var key = new VerificationKey.SharedSecret(() -> Secret.of(SIGNING_SECRET));
        return new DevelopmentToken(
                        "wren", "Wren", Role.named(role).orElseThrow(), new Tenant("mill"), Duration.ofHours(1))
                .sign(new TokenRules(key, Optional.empty(), Optional.empty()), Instant.now());
    }

    public void close() throws Exception {
        secrets.close();
        sqs.close();
        s3.close();
        models.close();
        dynamo.stop();
    }
}
