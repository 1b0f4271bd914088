package kb.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every setting, read once from environment variables. The README's table says what each is for. */
public record Config(
        Environment environment, Tokens tokens, Set<String> allowedOrigins, Storage storage, Models models, Twin twin) {

    public enum Environment {
        DEVELOPMENT,
        STAGING,
        PRODUCTION
    }

    /**
     * How bearer tokens are verified.
     *
     * @param secret of HS256; absent where it is kept elsewhere: in Secrets Manager on Lambda, in the data directory locally
     */
    public record Tokens(Optional<String> secret, Optional<String> issuer, Optional<String> audience) {
        @Override
        public String toString() {
            return "Tokens[secret=%s]".formatted(secret.isPresent() ? "set" : "not set");
        }
    }

    public record Storage(String bucket, String documentsTable, String chatTable) {}

    /** @param openAiBase address of an OpenAI-compatible service */
    public record Models(String openAiBase, String embeddingModel, int embeddingDimensions) {}

    /** Where the local twin listens and keeps its data. */
    public record Twin(String host, int port, String dataDirectory) {}

    /** @throws InvalidConfiguration with every complaint */
    public static Config from(Map<String, String> variables) {
        var settings = new Settings(variables);
        var config = new Config(
                settings.read(
                        "ENVIRONMENT",
                        Environment.DEVELOPMENT,
                        "development, staging or production",
                        Config::environment),
                tokens(settings),
                settings.read(
                        "ALLOWED_ORIGINS",
                        Set.of(),
                        "origins such as https://app.example.org, with commas between them",
                        Config::origins),
                storage(settings),
                models(settings),
                new Twin(
                        settings.text("HOST", "127.0.0.1"),
                        settings.number("PORT", 8009, 0, 65_535),
                        settings.text("DATA_DIR", "./data")));
        if (!settings.complaints().isEmpty()) throw new InvalidConfiguration(settings.complaints());
        return config;
    }

    private static Tokens tokens(Settings settings) {
        settings.read(
                "JWT_ALGORITHM", "HS256", "HS256", text -> Optional.of(text).filter("HS256"::equals));
        var secret = settings.text("JWT_SECRET_KEY");
        if (secret.isPresent() && secret.get().getBytes(java.nio.charset.StandardCharsets.UTF_8).length < 32) {
            settings.complain(
                    "JWT_SECRET_KEY must have at least 32 bytes; make one with: openssl rand -base64 48", secret);
        }
        return new Tokens(secret, settings.text("JWT_ISSUER"), settings.text("JWT_AUDIENCE"));
    }

    private static Storage storage(Settings settings) {
        return new Storage(
                settings.text("PDF_BUCKET_NAME", "knowledge-base-pdfs"),
                settings.text("DOCUMENTS_TABLE", "knowledge-base-documents"),
                settings.text("CHAT_TABLE", "knowledge-base-chat-history"));
    }

    private static Models models(Settings settings) {
        return new Models(
                settings.text("OPENAI_API_BASE", "https://api.openai.com/v1"),
                settings.text("EMBEDDING_MODEL", "text-embedding-3-small"),
                settings.number("EMBEDDING_DIMENSIONS", 1536, 1, 4096));
    }

    private static Optional<Environment> environment(String text) {
        return Arrays.stream(Environment.values())
                .filter(environment ->
                        environment.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static Optional<Set<String>> origins(String text) {
        var origins = Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        return origins.stream().allMatch(Config::isOrigin) ? Optional.of(origins) : Optional.empty();
    }

    /** Scheme, host and perhaps a port (RFC 6454, 6.2); never {@code *}, never a path. */
    private static boolean isOrigin(String text) {
        return text.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")
                && URI.create(text).getHost() != null;
    }
}
