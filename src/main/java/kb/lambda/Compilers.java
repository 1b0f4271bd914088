package kb.lambda;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Java's compilers, which work beside the program. */
final class Compilers {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Compilers() {}

    /** Waits until they have done what they were given: in a picture, what is left to do would be left to each instance. */
    static void awaitRest() {
        var compilers = ManagementFactory.getCompilationMXBean();
        if (compilers == null || !compilers.isCompilationTimeMonitoringSupported()) return;
        var end = System.nanoTime() + LONGEST.toNanos();
        try {
            for (var before = -1L; before != compilers.getTotalCompilationTime() && System.nanoTime() < end; ) {
                before = compilers.getTotalCompilationTime();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
