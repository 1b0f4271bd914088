package kb.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.masking.Masking;
import kb.usage.Tariff;

/**
 * Every setting, read once from environment variables. The README's table says what each is for.
 *
 * @param rateLimited whether people may ask only so often; where nothing is said, on AWS alone
 * @param spaAnonymous whether the replaced service's browser app may do without a token what it sends none with
 */
public record Config(
        Environment environment,
        TokenConfig tokens,
        Set<String> allowedOrigins,
        Duration deadline,
        Optional<Boolean> rateLimited,
        Storage storage,
        Models models,
        Tariff tariff,
        Masking masking,
        Weaviate weaviate,
        Uploads uploads,
        TwinConfig twin,
        boolean spaAnonymous) {

    /** Where embedding models are when no other service is named. */
    public static final URI OPENAI = URI.create("https://api.openai.com/v1");

    private static final String NEEDS_SERVICE =
            "%s needs OPENAI_API_KEY, or OPENAI_API_BASE with a service that takes no key; without %s";

    public enum Environment {
        DEVELOPMENT,
        STAGING,
        PRODUCTION
    }

    /** @param queue brings uploaded PDFs to the function that reads them; absent where this process reads them */
    public record Storage(String bucket, String documentsTable, String chatTable, Optional<URI> queue) {}

    /**
     * The models of an OpenAI-compatible service.
     *
     * @param openAiKey absent where it is kept elsewhere, or where none is needed
     * @param chatModel absent where answers are made of quotes alone
     * @param miniModel absent where follow-up questions are understood by rule
     * @param embeddingModel absent where one in the process does
     */
    public record Models(
            URI openAiBase,
            Optional<String> openAiKey,
            Optional<String> chatModel,
            Optional<String> miniModel,
            Optional<String> embeddingModel,
            int embeddingDimensions) {
        @Override
        public String toString() {
            return "Models[%s, %s, %s, %s, %d]"
                    .formatted(openAiBase, chatModel, miniModel, embeddingModel, embeddingDimensions);
        }
    }

    /** @param address absent where it is kept elsewhere, or where Lucene does */
    public record Weaviate(Optional<URI> address, Optional<String> key) {
        @Override
        public String toString() {
            return "Weaviate[address=%s]".formatted(address.isPresent() ? "set" : "not set");
        }
    }

    /** The largest PDFs that the local twin takes: in a request, and announced. */
    public record Uploads(int directBytes, int announcedBytes) {}

    /** @throws InvalidConfiguration with every complaint */
    public static Config from(Map<String, String> variables) {
        var settings = new Settings(variables);
        var models = models(settings);
        var config = new Config(
                settings.choice("ENVIRONMENT", Environment.DEVELOPMENT),
                TokenConfig.from(settings),
                settings.read(
                        "ALLOWED_ORIGINS",
                        Set.of(),
                        "origins such as https://app.example.org, with commas between them",
                        Origins::list),
                Duration.ofSeconds(settings.number("DEADLINE_SECONDS", 60, 1, 60)),
                settings.flag("RATE_LIMIT_ENABLED"),
                storage(settings),
                models,
                BudgetConfig.from(settings, models),
                settings.flag("MASK_SENSITIVE").orElse(false) ? Masking.SENSITIVE : Masking.NONE,
                weaviate(settings),
                uploads(settings),
                TwinConfig.from(settings),
                spaAnonymous(settings));
        if (!settings.complaints().isEmpty()) throw new InvalidConfiguration(settings.complaints());
        return config;
    }

    private static boolean spaAnonymous(Settings settings) {
        var anonymous = settings.flag("SPA_ANONYMOUS").orElse(false);
        if (anonymous && settings.choice("ENVIRONMENT", Environment.DEVELOPMENT) == Environment.PRODUCTION)
            settings.complain("SPA_ANONYMOUS must not be true in production: leave it out there", true);
        return anonymous;
    }

    private static Storage storage(Settings settings) {
        return new Storage(
                settings.text("PDF_BUCKET_NAME", "knowledge-base-pdfs"),
                settings.text("DOCUMENTS_TABLE", "knowledge-base-documents"),
                settings.text("CHAT_TABLE", "knowledge-base-chat-history"),
                settings.address("INGEST_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/123456789012/ingest"));
    }

    private static Models models(Settings settings) {
        var key = settings.text("OPENAI_API_KEY");
        var model = settings.text("EMBEDDING_MODEL");
        var chatModel = settings.text("OPENAI_MODEL");
        var miniModel = settings.text("OPENAI_MINI_MODEL");
        var nowhere = key.isEmpty() && settings.text("OPENAI_API_BASE").isEmpty();
        if (nowhere && model.isPresent()) {
            settings.complain(
                    NEEDS_SERVICE.formatted("EMBEDDING_MODEL", "EMBEDDING_MODEL the twin embeds by itself"), model);
        }
        if (nowhere && chatModel.isPresent()) {
            settings.complain(
                    NEEDS_SERVICE.formatted("OPENAI_MODEL", "OPENAI_MODEL answers are made of quotes alone"),
                    chatModel);
        }
        if (nowhere && miniModel.isPresent()) {
            settings.complain(
                    NEEDS_SERVICE.formatted(
                            "OPENAI_MINI_MODEL", "OPENAI_MINI_MODEL follow-up questions are understood by rule"),
                    miniModel);
        }
        return new Models(
                settings.address("OPENAI_API_BASE", "https://example.org/v1").orElse(OPENAI),
                key,
                chatModel,
                miniModel,
                model,
                settings.number("EMBEDDING_DIMENSIONS", 1536, 1, 4096));
    }

    private static Weaviate weaviate(Settings settings) {
        var address = settings.address("WEAVIATE_URL", "http://localhost:8080");
        var key = settings.text("WEAVIATE_API_KEY");
        if (key.isPresent() && settings.text("WEAVIATE_URL").isEmpty()) {
            settings.complain("WEAVIATE_API_KEY needs WEAVIATE_URL: set both, or neither for Lucene", key);
        }
        return new Weaviate(address, key);
    }

    private static Uploads uploads(Settings settings) {
        var direct = settings.number("DIRECT_UPLOAD_BYTES", 10_485_760, 1_000, 100_000_000);
        var announced = settings.number("UPLOAD_BYTES", 200_000_000, 1_000, 999_999_999);
        if (direct > announced) settings.complain("UPLOAD_BYTES must not be less than DIRECT_UPLOAD_BYTES", announced);
        return new Uploads(direct, announced);
    }
}
