package kb.search;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What something took.
 *
 * @param threadMilliseconds of this thread's own CPU time
 * @param cpuSeconds of the whole process
 */
record Cost(double seconds, double threadMilliseconds, double cpuSeconds) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Cost of(Runnable work) {
        var cpu = PROCESS.getProcessCpuTime();
        var thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var begun = System.nanoTime();
        work.run();
        return new Cost(
                (System.nanoTime() - begun) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e6,
                (PROCESS.getProcessCpuTime() - cpu) / 1e9);
    }

    /** @param share 0.5 for the median */
    static double share(List<Cost> costs, double share, ToDoubleFunction<Cost> what) {
        var sorted = costs.stream().mapToDouble(what).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
