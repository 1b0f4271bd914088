package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kb.config.Config;
import kb.config.InvalidConfiguration;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.outside.TimeOrderedIds;
import kb.people.Tenant;

/** Starts the local twin. */
public final class Main {
    private static final Duration DEVELOPMENT_TOKEN = Duration.ofDays(7);

    private Main() {}

    public static void main(String[] arguments) {
        try {
            if (List.of(arguments).equals(List.of("--help"))) {
                System.out.println(Words.HELP);
            } else if (arguments.length > 0) {
                throw new InvalidConfiguration(
                        List.of("serve takes no arguments; settings are environment variables, see --help"));
            } else {
                serve(Config.from(DotEnv.over(System.getenv(), Path.of(".env"))));
            }
        } catch (InvalidConfiguration | IllegalStateException | IOException cannotStart) {
            System.err.println("cannot start: " + cannotStart.getMessage());
            System.exit(1);
        }
    }

    private static void serve(Config config) throws IOException {
        var clock = Clock.systemUTC();
        var data = DataDirectory.open(Path.of(config.twin().dataDirectory()));
        var port = config.twin().port();
        FreePort.check(config.twin().host(), port);
        var twin = Twin.open(
                data,
                config,
                () -> new LocalEmbeddings(Runtime.getRuntime().availableProcessors()),
                new TimeOrderedIds(clock, new SecureRandom()),
                clock);
        var server = LocalServer.on(twin.app().router(), twin.limits().largestBody());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Shutdown.of(server, twin)));
        server.start(config.twin().host(), port);
        Shutdown.withParent();
        var token = new DevelopmentToken("you", "You", Role.ADMIN, new Tenant("default"), DEVELOPMENT_TOKEN);
        System.out.println(
                Words.started("http://localhost:" + server.port(), data, token.sign(twin.rules(), clock.instant())));
    }
}
