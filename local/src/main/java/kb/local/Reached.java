package kb.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kb.client.Service;
import kb.client.Terminal;
import kb.config.Config;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.people.Tenant;
import org.slf4j.LoggerFactory;

/**
 * The service that a command is for: the one whose address was given, else the twin of these settings, which is started for as long
 * as the command takes where none runs.
 */
final class Reached {
    /** Behind every command that needs a service. */
    static final Set<String> OPTIONS = Set.of("--url");

    private static final Duration TOKEN = Duration.ofDays(2);
    private static final int LOOK_MILLISECONDS = 2_000;

    private Reached() {}

    static <T> T service(Options options, Map<String, String> settings, Terminal terminal, Function<Service, T> command)
            throws IOException {
        var given = options.value("--url").or(() -> Optional.ofNullable(settings.get("KB_URL")));
        if (given.isPresent()) return with(address(given.get()), given(settings), terminal, command);
        var config = Config.from(settings);
        var lock = DataDirectory.lockUnlessTaken(
                DataDirectory.open(Path.of(config.twin().dataDirectory())));
        if (lock.isEmpty()) return with(running(config), token(settings, config), terminal, command);
        lock.get().channel().close();
        return started(settings, config, terminal, command);
    }

    /** Only where the data directory is in use: whatever else listens there gets no token of ours. */
    private static URI running(Config config) {
        var twin = config.twin();
        if (twin.port() > 0 && listens(twin.port())) return URI.create(Words.address(twin.host(), twin.port()));
        throw new IllegalStateException(
                "the Knowledge Base that uses the data directory %s does not listen on port %d: set PORT as it has it, or name its address with --url"
                        .formatted(twin.dataDirectory(), twin.port()));
    }

    private static <T> T started(
            Map<String, String> settings, Config config, Terminal terminal, Function<Service, T> command)
            throws IOException {
        ServeCommand.logEverythingInOnePlace();
        ((Logger) LoggerFactory.getLogger("kb.access")).setLevel(Level.WARN);
        try (var running = RunningTwin.start(config, "127.0.0.1", 0, UnaryOperator.identity())) {
            return with(running.here(), token(settings, config), terminal, command);
        }
    }

    private static <T> T with(URI address, String token, Terminal terminal, Function<Service, T> command) {
        try (var service = new Service(address, token, terminal::pause)) {
            return command.apply(service);
        }
    }

    private static URI address(String given) {
        try {
            var address = URI.create(given);
            if (Set.of("http", "https").contains(address.getScheme()) && address.getHost() != null) return address;
        } catch (IllegalArgumentException | NullPointerException noAddress) {
            // said below, in our words
        }
        throw new WrongUsage("--url is an address such as https://kb.example.org");
    }

    private static String given(Map<String, String> settings) {
        return Optional.ofNullable(settings.get("KB_TOKEN"))
                .filter(token -> !token.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "a service at an address of its own wants a token of its own: set KB_TOKEN to one"));
    }

    /** Whoever may read the twin's secret may do what its administrator may. */
    private static String token(Map<String, String> settings, Config config) throws IOException {
        var given = Optional.ofNullable(settings.get("KB_TOKEN")).filter(token -> !token.isBlank());
        if (given.isPresent()) return given.get();
        var clock = Clock.systemUTC();
        var data = DataDirectory.open(Path.of(config.twin().dataDirectory()));
        var rules = Twin.rules(config, data, new SecureRandom(), clock);
        if (!rules.canSign())
            throw new IllegalStateException(
                    "tokens are signed elsewhere: get one from their issuer, and set KB_TOKEN to it");
        return new DevelopmentToken("you", "You", Role.ADMIN, new Tenant("default"), TOKEN)
                .sign(rules, clock.instant());
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), LOOK_MILLISECONDS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
