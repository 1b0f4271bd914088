package kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What the threads of this process have taken of the processors, in nanoseconds and by their names, as Linux counts it. */
record ThreadTimes(Map<String, Long> nanos) {
    static final ThreadTimes NONE = new ThreadTimes(Map.of());

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final String ASKING = "the one that asks";
    /** Less is not told. */
    private static final double SMALL = 0.01;

    static boolean areKnown() {
        return Files.isReadable(Path.of("/proc/self/schedstat"));
    }

    /** Looking takes time of the thread that looks: its own is asked of Java, last before and first after. */
    static final class Meter implements AskedTwin.Meter<ThreadTimes> {
        private final AtomicReference<ThreadTimes> before = new AtomicReference<>(NONE);
        private final AtomicLong own = new AtomicLong();

        @Override
        public void start() {
            before.set(now());
            own.set(ownTime());
        }

        @Override
        public ThreadTimes stop() {
            var taken = new TreeMap<>(Map.of(ASKING, ownTime() - own.get()));
            now().nanos
                    .forEach((name, time) ->
                            taken.put(name, time - before.get().nanos.getOrDefault(name, 0L)));
            return new ThreadTimes(taken);
        }

        private static long ownTime() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    private static ThreadTimes now() {
        var nanos = new TreeMap<String, Long>();
        try (var tasks = Files.newDirectoryStream(TASKS)) {
            var own = Path.of("/proc/thread-self").toRealPath().getFileName();
            for (var task : tasks) if (!task.getFileName().equals(own)) add(task, nanos);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ThreadTimes(nanos);
    }

    private static void add(Path task, Map<String, Long> nanos) {
        try {
            var name = Files.readString(task.resolve("comm")).strip().replaceAll("[-#]*\\d*$", "");
            var time =
                    Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
            nanos.merge(name, time, Long::sum);
        } catch (IOException ended) {
            // between the listing and the look
        }
    }

    ThreadTimes and(ThreadTimes other) {
        var sum = new TreeMap<>(nanos);
        other.nanos.forEach((name, time) -> sum.merge(name, time, Long::sum));
        return new ThreadTimes(sum);
    }

    /** Those that did most come first. */
    Map<String, Long> most() {
        var most = new LinkedHashMap<String, Long>();
        var all = nanos.values().stream().mapToLong(Long::longValue).sum();
        nanos.entrySet().stream()
                .filter(one -> one.getValue() > SMALL * all)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(one -> most.put(one.getKey(), one.getValue()));
        return most;
    }
}
