package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kb.config.InvalidConfiguration;

/** Settings from a file of lines {@code NAME=value}; the environment's own count more. */
final class DotEnv {
    private static final Pattern SETTING = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)");

    private DotEnv() {}

    static Map<String, String> over(Map<String, String> environment, Path file) {
        var all = new HashMap<String, String>();
        var complaints = new ArrayList<String>();
        var lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            var setting = SETTING.matcher(line);
            if (setting.matches())
                all.put(setting.group(1), unquoted(setting.group(2).strip()));
            // never the line itself: it may hold a secret
            else complaints.add("line %d of %s must be NAME=value, or begin with #".formatted(i + 1, file));
        }
        if (!complaints.isEmpty()) throw new InvalidConfiguration(complaints);
        all.putAll(environment);
        return all;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            var problem = "%s cannot be read: make it a text file in UTF-8 that you may read, or remove it";
            throw new InvalidConfiguration(List.of(problem.formatted(file)));
        }
    }

    private static String unquoted(String value) {
        var quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
