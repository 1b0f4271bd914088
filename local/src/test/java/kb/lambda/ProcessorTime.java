package kb.lambda;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Has JMH tell, besides, what an operation takes of the processors: all threads together, garbage collection included. */
public final class ProcessorTime implements InternalProfiler {
    private static final double MICROSECOND = 1e3;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final AtomicLong before = new AtomicLong();

    @Override
    public String getDescription() {
        return "processor time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before.set(system.getProcessCpuTime());
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        var took = (system.getProcessCpuTime() - before.get())
                / MICROSECOND
                / result.getMetadata().getAllOps();
        return List.of(new ScalarResult("cpu", took, "us/op", AggregationPolicy.AVG));
    }
}
