package kb;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kb.api.Limits;
import kb.api.Within;
import kb.aws.Aws;
import kb.aws.Clients;
import kb.aws.SqsQueue;
import kb.chat.ChatModels;
import kb.config.Config;
import kb.config.InvalidConfiguration;
import kb.config.TokenConfig;
import kb.contained.ContainedReader;
import kb.documents.Indexes;
import kb.http.Cors;
import kb.ingest.IndexChange;
import kb.ingest.PdfReader;
import kb.jwt.PublishedKeys;
import kb.jwt.Secret;
import kb.jwt.TokenGate;
import kb.jwt.TokenRules;
import kb.jwt.VerificationKey;
import kb.llm.OpenAiEmbeddings;
import kb.llm.OpenAiLanguageModel;
import kb.outside.Health;
import kb.outside.TimeOrderedIds;
import kb.pictures.PagePainter;
import kb.queue.Deliveries;
import kb.queue.PostedWork;
import kb.search.Embedder;
import kb.search.Embedders;
import kb.search.KeptEmbedders;
import kb.usage.Stage;
import kb.weaviate.WeaviateSpaces;

/**
 * Builds the outside world of the Lambda functions.
 *
 * <p>Clients are made here, before SnapStart takes its picture; secrets are not: each is fetched when it is first needed.
 */
public final class Production {
    /** A function URL takes 6 MB a request, Base64 included. */
    private static final Limits LIMITS = new Limits(4 * 1024 * 1024, 200_000_000);

    /** DynamoDB's point-in-time recovery reaches back so far. */
    private static final Duration BACKUPS = Duration.ofDays(35);

    private static final String EMBEDDING_MODEL = "text-embedding-3-small";
    private static final Duration EMBEDDING = Duration.ofSeconds(8);
    private static final Duration CHAT = Duration.ofSeconds(60);
    private static final Duration REWRITE = Duration.ofSeconds(10);

    private Production() {}

    public static App app(Config config) {
        var aws = new Aws();
        return app(config, aws, aws.queue(queueAddress(config)));
    }

    /**
     * The same application where all that it asks of others goes to one address.
     *
     * @param standIns take the place of AWS, and say where the index is
     */
    public static App rehearsing(Config config, URI standIns, PdfReader reader, PagePainter painter) {
        var aws = new Aws(Map.of("AWS_ENDPOINT_URL", standIns.toString(), "AWS_REGION", "us-east-1"));
        return app(config, aws, aws.queue(queueAddress(config)), reader, painter);
    }

    /**
     * Has the SDK load what it needs, and speak TLS once: it sends an unsigned request to AWS, whose answer does not matter.
     *
     * @param times that it finds an address by itself
     */
    public static void warmUp(int times) {
        Clients.warmUp(times);
    }

    /** Does what the messages of the deployment's queue say. */
    public static Deliveries deliveries(Config config) {
        var aws = new Aws();
        var queue = aws.queue(queueAddress(config));
        var background = app(config, aws, queue).background();
        return new Deliveries(background.worker(), background.uploads()::arrived, queue, System::nanoTime);
    }

    /** What is to be done each minute. */
    public static Rounds rounds(Config config) {
        var background = app(config).background();
        return new Rounds(background.janitor(), new IndexChange(background.migration()), System::nanoTime);
    }

    private static String queueAddress(Config config) {
        return config.storage()
                .queue()
                .map(URI::toString)
                .orElseThrow(() -> new InvalidConfiguration(
                        List.of("INGEST_QUEUE_URL must be the address of the queue that brings uploaded PDFs")));
    }

    private static App app(Config config, Aws aws, SqsQueue queue) {
        var reader = new ContainedReader();
        return app(config, aws, queue, reader, reader.painter());
    }

    private static App app(Config config, Aws aws, SqsQueue queue, PdfReader reader, PagePainter painter) {
        var clock = Clock.systemUTC();
        var tables = aws.tables(clock);
        var secrets = aws.secrets(clock);
        var address = secrets.apply("knowledge-base/weaviate-url");
        var key = secrets.apply("knowledge-base/weaviate-key");
        var openAiKey = secrets.apply("knowledge-base/openai-key");
        var jwtSecret = secrets.apply("knowledge-base/jwt-secret");
        var embedders = embedders(config.models(), openAiKey);
        var documents = tables.apply(config.storage().documentsTable());
        var newId = new TimeOrderedIds(clock, chance());
        var rules =
                rules(config.tokens(), () -> Secret.of(config.tokens().secret().orElseGet(jwtSecret)), clock);
        var others = new ArrayList<Health>(List.of(queue, address, key, openAiKey));
        if (rules.canSign() && config.tokens().secret().isEmpty()) others.add(jwtSecret);
        rules.need().ifPresent(others::add);
        var outside = new App.Outside(
                documents,
                tables.apply(config.storage().chatTable()),
                aws.bucket(config.storage().bucket()),
                new WeaviateSpaces(
                        () -> URI.create(address.get()), () -> Optional.of(key.get()), () -> new Indexes(documents)
                                .identity(newId)),
                embedders,
                reader,
                painter,
                new PostedWork(queue),
                new TokenGate(rules, clock),
                newId,
                clock,
                chatModels(config.models(), openAiKey));
        var manner = new App.Manner(
                LIMITS,
                new Within(config.deadline()),
                new Cors(config.allowedOrigins()),
                Optional.of(BACKUPS),
                config.rateLimited().orElse(true),
                config.tariff().embeddingBy(EMBEDDING_MODEL), // never in the process here
                config.masking(),
                config.spaAnonymous());
        return App.of(outside, manner, others);
    }

    /** Asks the operating system each time and has no state of its own, so two copies of one snapshot are not alike. */
    static SecureRandom chance() {
        return new SecureRandom();
    }

    /** All models of one service. */
    public static Embedders embedders(Config.Models models, Supplier<String> key) {
        var model = models.embeddingModel().orElse(EMBEDDING_MODEL);
        return new KeptEmbedders(
                embedder(models, key, model, models.embeddingDimensions()),
                space -> embedder(models, key, space.model(), space.dimensions()));
    }

    /** A model of a service, whichever is configured. */
    public static Embedder embedder(Config.Models models, Supplier<String> key, String model, int dimensions) {
        return new OpenAiEmbeddings(models::openAiBase, key, model, dimensions, EMBEDDING);
    }

    /** Those that are configured. */
    public static ChatModels chatModels(Config.Models models, Supplier<String> key) {
        return new ChatModels(
                models.chatModel()
                        .map(name -> new OpenAiLanguageModel(models::openAiBase, key, name, Stage.ANSWER, CHAT)),
                models.miniModel()
                        .map(name -> new OpenAiLanguageModel(models::openAiBase, key, name, Stage.REWRITE, REWRITE)));
    }

    /** @param secret asked for when tokens are signed with one and a token is to be checked */
    public static TokenRules rules(TokenConfig tokens, Supplier<Secret> secret, Clock clock) {
        var key =
                switch (tokens.signature()) {
                    case TokenConfig.SharedSecret _ -> new VerificationKey.SharedSecret(secret);
                    case TokenConfig.OneKey(var algorithm, var one) ->
                        new VerificationKey.Published(algorithm, _ -> Optional.of(one));
                    case TokenConfig.KeySet(var algorithm, var address) ->
                        new VerificationKey.Published(algorithm, PublishedKeys.at(address, algorithm, clock));
                };
        return new TokenRules(key, tokens.issuer(), tokens.audience());
    }
}
