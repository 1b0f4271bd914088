package kb.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    /** Of the AWS SDK, which reads them itself. */
    private static final String AWS = "AWS_";

    @Test
    void its_table_has_every_setting_and_no_other() throws IOException {
        var read = new TreeSet<String>();
        Config.from(new HashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public String get(Object name) {
                read.add(name.toString());
                return super.get(name);
            }
        });
        assertEquals(read, documented());
    }

    private static TreeSet<String> documented() throws IOException {
        var documented = new TreeSet<String>();
        try (var lines = Files.lines(Path.of("README.md"))) {
            lines.dropWhile(line -> !line.startsWith("| variable "))
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.split("\\|")[1])
                    .forEach(cell -> NAME.matcher(cell).results().forEach(found -> documented.add(found.group(1))));
        }
        documented.removeIf(name -> name.startsWith(AWS));
        return documented;
    }
}
