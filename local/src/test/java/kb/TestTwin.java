package kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kb.api.Limits;
import kb.config.Config;
import kb.files.ObjectStore;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.Secret;
import kb.jwt.TokenRules;
import kb.jwt.VerificationKey;
import kb.local.LocalEmbeddings;
import kb.local.Pace;
import kb.local.Twin;
import kb.outside.TimeOrderedIds;
import kb.people.Tenant;
import kb.search.Embedder;

/** The twin with its real parts over a folder of its own, for tests. */
public final class TestTwin implements AutoCloseable {
    public static final String SECRET = "a secret for tests, long enough for HS256";
    private static final Embedder EMBEDDINGS = new Lent(new LocalEmbeddings(2));
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), Optional.empty());
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Twin twin;
    private final Clock clock;

    public TestTwin(Path data, Supplier<UUID> newId, Clock clock) {
        this(data, newId, clock, Map.of());
    }

    public TestTwin(Path data) {
        this(data, Map.of());
    }

    /** @param settings which parts are real ones, and what else is not as usual */
    public TestTwin(Path data, Map<String, String> settings) {
        this(data, new TimeOrderedIds(Clock.systemUTC(), new SecureRandom()), Clock.systemUTC(), settings);
    }

    TestTwin(Path data, Supplier<UUID> newId, Clock clock, Map<String, String> settings) {
        this(data, newId, clock, settings, UnaryOperator.identity());
    }

    /** @param around what it has in place of its parts */
    public static TestTwin around(Path data, Map<String, String> settings, UnaryOperator<App.Outside> around) {
        var clock = Clock.systemUTC();
        return new TestTwin(data, new TimeOrderedIds(clock, new SecureRandom()), clock, settings, around);
    }

    private TestTwin(
            Path data,
            Supplier<UUID> newId,
            Clock clock,
            Map<String, String> settings,
            UnaryOperator<App.Outside> around) {
        this.clock = clock;
        var all = new HashMap<>(settings);
        all.put("JWT_SECRET_KEY", SECRET);
        all.put("ALLOWED_ORIGINS", HttpContract.ORIGIN + ", http://localhost:5173");
        try {
            this.twin = Twin.open(data, Config.from(all), () -> EMBEDDINGS, newId, clock, PACE, around);
        } catch (IOException cannotOpen) {
            throw new UncheckedIOException(cannotOpen);
        }
    }

    private static final class Shared {
        static final TestTwin TWIN = new TestTwin(folder());

        private static Path folder() {
            try {
                return Files.createTempDirectory("twin");
            } catch (IOException cannotCreate) {
                throw new UncheckedIOException(cannotCreate);
            }
        }
    }

    /** One for the whole run; each test uses a tenant of its own. */
    public static TestTwin shared() {
        return Shared.TWIN;
    }

    public App app() {
        return twin.app();
    }

    ObjectStore objects() {
        return twin.objects();
    }

    public Limits limits() {
        return twin.limits();
    }

    int next() {
        return NUMBERS.incrementAndGet();
    }

    public String token(String tenant, String user, String role) {
        return token(tenant, user, role, clock.instant(), twin.rules());
    }

    public String expiredToken(String tenant, String user, String role) {
        return token(tenant, user, role, clock.instant().minus(Duration.ofDays(1)), twin.rules());
    }

    /** Signed with somebody else's secret. */
    String foreignToken(String tenant, String user, String role) {
        var secret = Secret.of("another secret for tests, long enough too");
        var key = new VerificationKey.SharedSecret(() -> secret);
        return token(
                tenant,
                user,
                role,
                clock.instant(),
                new TokenRules(key, twin.rules().issuer(), twin.rules().audience()));
    }

    private static String token(String tenant, String user, String role, Instant at, TokenRules rules) {
        return new DevelopmentToken(user, user, Role.named(role).orElseThrow(), new Tenant(tenant), Duration.ofHours(1))
                .sign(rules, at);
    }

    @Override
    public void close() throws IOException {
        twin.close();
    }
}
