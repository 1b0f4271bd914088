package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is left in memory for instances to clear away. */
class GarbageTest {
    private static final Pattern COLLECTION = Pattern.compile("Pause \\w+ \\((?!Metadata)[^)]*\\)");

    @Test
    void it_is_collected_where_nobody_may_ask_for_that() throws Exception {
        var java = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:+DisableExplicitGC",
                        "-XX:NewSize=256m", // so that nothing else fills it
                        "-Xlog:gc",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Collected.class.getName())
                .redirectErrorStream(true)
                .start();
        var log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(
                List.of("Pause Full (Heap Inspection Initiated GC)", "Pause Young (Allocation Failure)"),
                COLLECTION.matcher(log).results().map(found -> found.group()).toList(),
                log);
    }

    static final class Collected {
        public static void main(String[] arguments) {
            System.gc();
            Garbage.collect();
            Garbage.collectYoungest();
        }
    }
}
