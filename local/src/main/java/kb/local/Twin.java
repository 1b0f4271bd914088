package kb.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kb.App;
import kb.api.Limits;
import kb.api.Within;
import kb.config.Config;
import kb.files.ObjectStore;
import kb.http.Cors;
import kb.jwt.Secret;
import kb.jwt.TokenGate;
import kb.jwt.TokenRules;
import kb.jwt.VerificationKey;
import kb.search.Embedder;

/** The application with all it needs on one machine: every part in this process, or the real one that the settings name. */
public final class Twin implements AutoCloseable {
    private static final Limits LIMITS = new Limits(10_000_000, 200_000_000);

    private final App app;
    private final TokenRules rules;
    private final ObjectStore objects;
    private final List<Closeable> inOrder;

    private Twin(App app, TokenRules rules, ObjectStore objects, List<Closeable> inOrder) {
        this.app = app;
        this.rules = rules;
        this.objects = objects;
        this.inOrder = List.copyOf(inOrder);
    }

    /**
     * Opens the data directory and goes on with the work that is unfinished there.
     *
     * @param inProcess makes the embedding model; asked only when no embedding service is configured
     */
    public static Twin open(
            Path data, Config config, Supplier<? extends Embedder> inProcess, Supplier<UUID> newId, Clock clock)
            throws IOException {
        return open(data, config, inProcess, newId, clock, LocalQueue.PAUSE);
    }

    /** @param pause how long work waits for a part that is down */
    public static Twin open(
            Path data,
            Config config,
            Supplier<? extends Embedder> inProcess,
            Supplier<UUID> newId,
            Clock clock,
            Duration pause)
            throws IOException {
        var parts = new Parts(data, config, clock);
        try {
            var rules = rules(config, data, new SecureRandom());
            var embedder = parts.embedder(inProcess); // first: a model loads beside the rest
            var tables = parts.tables();
            var objects = parts.objects();
            var index = parts.index(embedder);
            var reader = parts.reader();
            var queue = new LocalQueue(pause);
            var app = App.of(
                    new App.Outside(
                            tables.documents(),
                            tables.chats(),
                            objects,
                            index,
                            embedder,
                            reader,
                            queue,
                            new TokenGate(rules, clock),
                            newId,
                            clock),
                    new App.Manner(
                            LIMITS,
                            new Within(config.deadline()),
                            new Cors(config.allowedOrigins()),
                            Optional.empty()));
            if (index instanceof LuceneIndex inFolder)
                LostIndex.rebuild(data, inFolder, app.background().rebuild());
            queue.start(app.background(), config.twin().store() == Config.Store.SQLITE);
            var arrivals = new Arrivals(app.background().uploads()::arrived);
            parts.watch(arrivals);
            var janitor = new LocalJanitor(app.background().janitor());
            return new Twin(app, rules, objects, List.of(arrivals::close, janitor::close, queue::close, parts));
        } catch (IOException | RuntimeException cannotOpen) {
            parts.close();
            throw cannotOpen;
        }
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
        return objects;
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
        for (var part : inOrder) part.close();
    }
}
