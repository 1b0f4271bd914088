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
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.people.Tenant;

/** Signs a token that the local twin with the same settings accepts. */
final class TokenCommand {
    private static final Set<String> OPTIONS = Set.of("--user", "--name", "--role", "--tenant", "--hours");

    private TokenCommand() {}

    static String run(List<String> options, Map<String, String> settings) throws IOException {
        var token = token(read(options));
        var config = Config.from(settings);
        var data = DataDirectory.open(Path.of(config.twin().dataDirectory()));
        var clock = Clock.systemUTC();
        return token.sign(Twin.rules(config, data, new SecureRandom(), clock), clock.instant());
    }

    private static Map<String, String> read(List<String> words) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i += 2) {
            var option = words.get(i);
            if (!OPTIONS.contains(option)) throw new WrongUsage("token has no option " + option);
            if (i + 1 == words.size()) throw new WrongUsage(option + " needs a value");
            options.put(option, words.get(i + 1));
        }
        return options;
    }

    private static DevelopmentToken token(Map<String, String> options) {
        var user = options.getOrDefault("--user", "you");
        var role = Role.named(options.getOrDefault("--role", "manager"))
                .orElseThrow(() -> new WrongUsage("--role is user, manager or admin"));
        var hours = options.getOrDefault("--hours", "24");
        if (!hours.matches("[1-9][0-9]{0,4}")) throw new WrongUsage("--hours is a whole number from 1 to 99999");
        try {
            return new DevelopmentToken(
                    user,
                    options.getOrDefault("--name", user),
                    role,
                    new Tenant(options.getOrDefault("--tenant", "default")),
                    Duration.ofHours(Long.parseLong(hours)));
        } catch (IllegalArgumentException notAllowed) {
            throw new WrongUsage(notAllowed.getMessage());
        }
    }
}
