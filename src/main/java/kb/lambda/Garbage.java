package kb.lambda;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a rehearsal leaves in memory, which a picture would keep and each instance clear away.
 *
 * <p>{@code System.gc()} does nothing in these functions: Lambda's runtime calls it just before the picture, and after a collection of everything
 * the first call of each compiled method takes longer. What comes after this one is rehearsed once more.
 */
final class Garbage {
    private static final Logger LOG = LoggerFactory.getLogger(Garbage.class);
    private static final int PIECE = 1024 * 1024;

    private Garbage() {}

    /** Has all of it collected, as Java does before it counts what is alive. Whatever goes wrong is logged and no more. */
    static void collect() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException | RuntimeException failed) {
            LOG.warn("what the rehearsal left is kept", failed);
        }
    }

    /** Has the youngest of it collected, which costs no compiled method anything, by filling the room for it. */
    static void collectYoungest() {
        var before = collections();
        var thrown = 0L;
        for (var most = Runtime.getRuntime().maxMemory(); thrown < most && collections() == before; ) {
            thrown += new byte[PIECE].length;
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
