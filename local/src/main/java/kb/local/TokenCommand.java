package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kb.config.Config;
import kb.config.InvalidConfiguration;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.people.Tenant;

/** Prints a token that the local twin with the same settings accepts. */
public final class TokenCommand {
    private static final Set<String> OPTIONS = Set.of("--user", "--name", "--role", "--tenant", "--hours");

    private TokenCommand() {}

    public static void main(String[] arguments) {
        try {
            var token = token(options(arguments));
            var config = Config.from(DotEnv.over(System.getenv(), Path.of(".env")));
            var data = DataDirectory.open(Path.of(config.twin().dataDirectory()));
            System.out.println(token.sign(
                    Twin.rules(config, data, new SecureRandom()),
                    Clock.systemUTC().instant()));
        } catch (InvalidConfiguration | IllegalArgumentException | IllegalStateException | IOException cannot) {
            System.err.println("no token: " + cannot.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new InvalidConfiguration(List.of(
                        "usage: --user ID [--name NAME] [--role user|manager|admin] [--tenant TENANT] [--hours 24]"));
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static DevelopmentToken token(Map<String, String> options) {
        var user = options.getOrDefault("--user", "you");
        var role = Role.named(options.getOrDefault("--role", "manager"))
                .orElseThrow(() -> new IllegalArgumentException("--role is user, manager or admin"));
        var hours = options.getOrDefault("--hours", "24");
        if (!hours.matches("[1-9][0-9]{0,4}"))
            throw new IllegalArgumentException("--hours is a whole number from 1 on");
        return new DevelopmentToken(
                user,
                options.getOrDefault("--name", user),
                role,
                new Tenant(options.getOrDefault("--tenant", "default")),
                Duration.ofHours(Long.parseLong(hours)));
    }
}
