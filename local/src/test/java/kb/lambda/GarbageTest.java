package kb.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left in memory for instances to clear away. */
class GarbageTest {
    @Test
    void it_is_collected_where_nobody_may_ask_for_that() throws Exception {
        var java = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:+DisableExplicitGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Collected.class.getName())
                .redirectErrorStream(true)
                .start();
        assertEquals(
                "by System.gc(): 0, of all: 1, of the youngest: 1",
                new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    /** Says how often something was collected. */
    static final class Collected {
        public static void main(String[] arguments) {
            var before = collections();
            System.gc();
            var asked = collections();
            Garbage.collect();
            var all = collections();
            Garbage.collectYoungest();
            System.out.printf(
                    "by System.gc(): %d, of all: %d, of the youngest: %d%n",
                    asked - before, all - asked, collections() - all);
        }

        private static long collections() {
            List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
            return collectors.stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }
    }
}
