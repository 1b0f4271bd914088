package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.config.InvalidConfiguration;

/** Settings from a file of lines {@code NAME=value}; the environment's own count more. */
final class DotEnv {
    private DotEnv() {}

    static Map<String, String> over(Map<String, String> environment, Path file) throws IOException {
        var all = new HashMap<String, String>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) read(line.strip(), file, all);
        }
        all.putAll(environment);
        return all;
    }

    private static void read(String line, Path file, Map<String, String> into) {
        if (line.isEmpty() || line.startsWith("#")) return;
        var parts = line.split("=", 2);
        if (parts.length != 2) throw new InvalidConfiguration(List.of(file + " has a line that is not NAME=value"));
        into.put(parts[0].strip(), unquoted(parts[1].strip()));
    }

    private static String unquoted(String value) {
        var quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
