package kb.lambda;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What the rehearsal leaves in memory. */
final class Garbage {
    private static final int PIECE = 1024 * 1024;

    private Garbage() {}

    /**
     * Has the youngest of it collected: in a picture, that would be left to each instance's first requests. Not by {@code System.gc()},
     * after which the first call of each compiled method takes longer.
     *
     * @return how much was thrown away for it, in bytes
     */
    static long collect() {
        var before = collections();
        var thrown = 0L;
        for (var most = Runtime.getRuntime().maxMemory(); thrown < most && collections() == before; ) {
            thrown += new byte[PIECE].length;
        }
        return thrown;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
