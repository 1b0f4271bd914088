package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kb.config.Config;
import kb.migration.Migration;
import kb.outside.Unavailable;
import kb.people.Tenant;

/** Moves what the service before this one kept into the stores that the settings name, also while a twin works there. */
final class MigrateCommand {
    private MigrateCommand() {}

    static Migration.Result run(List<String> words, Map<String, String> settings) throws IOException {
        var options = Options.of("migrate", words, Set.of("--dry-run"), Set.of("--tenant", "--report"));
        var folder = Path.of(options.only("the folder of the old service's SQLite files"));
        var order = new Migration.Order(
                folder,
                tenant(options),
                options.has("--dry-run"),
                options.value("--report").map(Path::of));
        order.demandFiles();
        var config = Config.from(settings);
        ServeCommand.logEverythingInOnePlace();
        var clock = Clock.systemUTC();
        try (var parts = new Parts(DataDirectory.open(Path.of(config.twin().dataDirectory())), config, clock)) {
            var tables = parts.tables();
            return Migration.run(order, tables.documents(), tables.chats(), clock);
        } catch (Unavailable down) {
            throw new IllegalStateException(
                    "%s: start it again when that is back, and it goes on where it was".formatted(down.getMessage()),
                    down);
        }
    }

    private static Tenant tenant(Options options) {
        try {
            return new Tenant(options.value("--tenant").orElse("default"));
        } catch (IllegalArgumentException notAllowed) {
            throw new WrongUsage(notAllowed.getMessage());
        }
    }
}
