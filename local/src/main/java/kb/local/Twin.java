package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kb.App;
import kb.api.Limits;
import kb.config.Config;
import kb.files.ObjectStore;
import kb.http.Cors;
import kb.jwt.Secret;
import kb.jwt.TokenGate;
import kb.jwt.TokenRules;
import kb.jwt.VerificationKey;
import kb.pdf.PdfBoxReader;

/** The application with all it needs on one machine: SQLite, an S3 server, Lucene and an embedding model in this process. */
public final class Twin implements AutoCloseable {
    private static final Limits LIMITS = new Limits(10_000_000);

    private final App app;
    private final TokenRules rules;
    private final Parts parts;

    /** What is to be closed. */
    private record Parts(
            LocalJanitor janitor, LocalQueue queue, LuceneIndex index, EmbeddedS3 s3, SqliteDatabase database) {}

    private Twin(App app, TokenRules rules, Parts parts) {
        this.app = app;
        this.rules = rules;
        this.parts = parts;
    }

    /** Opens the data directory, fills an index that was lost, and goes on with the work that is unfinished. */
    public static Twin open(Path data, Config config, LocalEmbeddings embeddings, Supplier<UUID> newId, Clock clock)
            throws IOException {
        var random = new SecureRandom();
        var database = new SqliteDatabase(data.resolve("kb.db"));
        var rules = rules(config, data, random);
        var s3 = new EmbeddedS3(
                data.resolve("s3").toAbsolutePath(),
                config.twin().host(),
                0,
                S3Credentials.in(data, random),
                config.storage().bucket(),
                List.copyOf(config.allowedOrigins()));
        var index = new LuceneIndex(data.resolve("index"));
        var queue = new LocalQueue();
        var app = App.of(
                new App.Outside(
                        new SqliteTable(database, "documents", clock),
                        new SqliteTable(database, "chats", clock),
                        s3.objects(s3.endpoint()),
                        index,
                        embeddings,
                        new PdfBoxReader(),
                        queue,
                        new TokenGate(rules, clock),
                        newId,
                        clock),
                new App.Manner(LIMITS, new Cors(config.allowedOrigins()), Optional.empty()));
        if (index.isEmpty()) app.background().rebuild().run();
        queue.start(app.background());
        var janitor = new LocalJanitor(app.background().janitor());
        return new Twin(app, rules, new Parts(janitor, queue, index, s3, database));
    }

    static TokenRules rules(Config config, Path data, SecureRandom random) throws IOException {
        var configured = config.tokens().secret().map(Secret::of);
        var secret = configured.isPresent() ? configured.get() : SigningSecret.in(data, random);
        return new TokenRules(
                new VerificationKey.SharedSecret(() -> secret),
                config.tokens().issuer(),
                config.tokens().audience());
    }

    public App app() {
        return app;
    }

    public ObjectStore objects() {
        return parts.s3().objects(parts.s3().endpoint());
    }

    public TokenRules rules() {
        return rules;
    }

    public Limits limits() {
        return LIMITS;
    }

    /** Work first, then what it needs. */
    @Override
    public void close() throws IOException {
        parts.janitor().close();
        parts.queue().close();
        parts.index().close();
        parts.s3().close();
        parts.database().close();
    }
}
