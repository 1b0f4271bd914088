package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kb.App;
import kb.config.Config;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.TokenRules;
import kb.people.Tenant;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the local twin and says where it is. */
final class ServeCommand {
    private static final Duration DEVELOPMENT_TOKEN = Duration.ofDays(7);

    private ServeCommand() {}

    static void run(List<String> options, Map<String, String> settings) throws IOException {
        run(options, settings, UnaryOperator.identity());
    }

    /** @param around what the application has in place of its parts; each may stand before the part itself */
    static void run(List<String> options, Map<String, String> settings, UnaryOperator<App.Outside> around)
            throws IOException {
        for (var option : options) {
            switch (option) {
                case "--with-parent" -> Shutdown.withParent();
                default -> throw new WrongUsage("serve has no option " + option);
            }
        }
        serve(Config.from(settings), around);
    }

    private static void serve(Config config, UnaryOperator<App.Outside> around) throws IOException {
        logEverythingInOnePlace();
        var running =
                RunningTwin.start(config, config.twin().host(), config.twin().port(), around);
        var token = token(running.twin().rules(), Clock.systemUTC());
        System.out.println(Words.started(running.address(), running.data(), token, sample()));
    }

    /** Where tokens are signed elsewhere there is none to give. */
    private static Optional<String> token(TokenRules rules, Clock clock) {
        if (!rules.canSign()) return Optional.empty();
        var token = new DevelopmentToken("you", "You", Role.ADMIN, new Tenant("default"), DEVELOPMENT_TOKEN);
        return Optional.of(token.sign(rules, clock.instant()));
    }

    /** Some libraries write by java.util.logging, to the terminal and past our log. */
    static void logEverythingInOnePlace() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** A PDF to try it out with: beside the script that started us, or where the sources have it. */
    private static Path sample() {
        return Optional.ofNullable(System.getProperty("kb.home"))
                .map(home -> Path.of(home, "sample.pdf"))
                .orElse(Path.of("postman", "sample.pdf"))
                .toAbsolutePath()
                .normalize();
    }
}
