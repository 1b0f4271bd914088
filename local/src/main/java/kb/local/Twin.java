package kb.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kb.App;
import kb.Production;
import kb.api.Limits;
import kb.api.Within;
import kb.config.Config;
import kb.config.TokenConfig;
import kb.config.TwinConfig;
import kb.files.ObjectStore;
import kb.http.Cors;
import kb.jwt.Secret;
import kb.jwt.TokenGate;
import kb.jwt.TokenRules;
import kb.outside.Health;
import kb.search.Embedder;
import kb.search.Spaces;

/** The application with all it needs on one machine: every part in this process, or the real one that the settings name. */
public final class Twin implements AutoCloseable {
    private final App app;
    private final TokenRules rules;
    private final ObjectStore objects;
    private final Limits limits;
    private final List<Closeable> work;
    private final Spaces spaces;
    private final Closeable parts;

    private Twin(
            App app,
            TokenRules rules,
            ObjectStore objects,
            Limits limits,
            List<Closeable> work,
            Spaces spaces,
            Closeable parts) {
        this.app = app;
        this.rules = rules;
        this.objects = objects;
        this.limits = limits;
        this.work = List.copyOf(work);
        this.spaces = spaces;
        this.parts = parts;
    }

    /**
     * Opens the data directory and goes on with the work that is unfinished there.
     *
     * @param inProcess makes the embedding model, which ends with the twin; asked only when no embedding service is
     *     configured
     * @param pace how work is taken up
     */
    public static Twin open(
            Path data,
            Config config,
            Supplier<? extends Embedder> inProcess,
            Supplier<UUID> newId,
            Clock clock,
            Pace pace)
            throws IOException {
        return open(data, config, inProcess, newId, clock, pace, UnaryOperator.identity());
    }

    /** @param around what the application has in place of its parts; each may stand before the part itself */
    public static Twin open(
            Path data,
            Config config,
            Supplier<? extends Embedder> inProcess,
            Supplier<UUID> newId,
            Clock clock,
            Pace pace,
            UnaryOperator<App.Outside> around)
            throws IOException {
        var parts = new Parts(data, config, clock);
        try {
            var rules = rules(config, data, new SecureRandom(), clock);
            var embedders = parts.embedders(inProcess); // first: a model loads beside the rest
            var tables = parts.tables();
            var objects = parts.objects();
            var spaces = parts.spaces(tables, newId);
            var pdfs = parts.pdfs();
            var queue = new LocalQueue(pace);
            var app = app(
                    around.apply(new App.Outside(
                            tables.documents(),
                            tables.chats(),
                            objects,
                            spaces,
                            embedders,
                            pdfs.reader(),
                            pdfs.painter(),
                            queue,
                            new TokenGate(rules, clock),
                            newId,
                            clock,
                            parts.chatModels())),
                    config,
                    rules.need().stream().toList());
            var background = app.background();
            if (spaces instanceof LuceneSpaces inFolder) LostIndex.rebuild(data, inFolder, background.migration());
            queue.start(background, config.twin().store() == TwinConfig.Store.SQLITE);
            var arrivals = new Arrivals(background.uploads()::arrived);
            parts.watch(arrivals);
            arrivals.missed(background.catalog(), background.uploads());
            var janitor = new LocalJanitor(background.janitor());
            var migration = new LocalMigration(background.migration(), pace);
            return new Twin(
                    app,
                    rules,
                    objects,
                    limits(config),
                    List.of(arrivals::close, janitor::close, migration::close, queue::close),
                    spaces,
                    parts);
        } catch (IOException | RuntimeException cannotOpen) {
            parts.close();
            throw cannotOpen;
        }
    }

    static App app(App.Outside outside, Config config, List<Health> others) {
        return App.of(
                outside,
                new App.Manner(
                        limits(config),
                        new Within(config.deadline()),
                        new Cors(config.allowedOrigins()),
                        Optional.empty(),
                        config.rateLimited().orElse(false),
                        config.tariff(),
                        config.masking(),
                        config.spaAnonymous()),
                others);
    }

    private static Limits limits(Config config) {
        return new Limits(config.uploads().directBytes(), config.uploads().announcedBytes());
    }

    static TokenRules rules(Config config, Path data, SecureRandom random, Clock clock) throws IOException {
        var tokens = config.tokens();
        if (!(tokens.signature() instanceof TokenConfig.SharedSecret(var configured))) {
            return Production.rules(
                    tokens,
                    () -> {
                        throw new IllegalStateException("these tokens need no secret");
                    },
                    clock);
        }
        var secret = configured.isPresent() ? Secret.of(configured.get()) : SigningSecret.in(data, random);
        return Production.rules(tokens, () -> secret, clock);
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
        return limits;
    }

    /** Work first, then what it needs. */
    @Override
    public void close() throws IOException {
        for (var one : work) one.close();
        parts.close();
    }

    /**
     * Closes it for good: nothing of it is left outside the data directory.
     *
     * @throws kb.outside.Unavailable when the index does not answer, and may keep something; all is closed then too
     */
    public void discard() throws IOException {
        try {
            for (var one : work) one.close();
            for (var space : spaces.existing()) spaces.drop(space);
        } finally {
            parts.close();
        }
    }
}
