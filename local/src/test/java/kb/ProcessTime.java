package kb;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** What a process has taken of the processors, in nanoseconds; Java itself tells it in hundredths of a second. */
public final class ProcessTime {
    private static final int OF_THE_PROCESS = System.getProperty("os.name").startsWith("Mac") ? 12 : 2;

    @SuppressWarnings("restricted")
    private static final MethodHandle CLOCK_GETTIME = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().find("clock_gettime").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private static final MemorySegment TIME =
            Arena.global().allocate(MemoryLayout.structLayout(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

    private ProcessTime() {}

    static long nanos() {
        return nanos(OF_THE_PROCESS);
    }

    /**
     * The same of another process, those of its threads that have ended included; Linux alone tells it.
     *
     * @see <a href="https://man7.org/linux/man-pages/man3/clock_getcpuclockid.3.html">clock_getcpuclockid(3)</a>
     */
    public static long nanosOf(long pid) {
        return nanos((int) (~pid << 3 | OF_THE_PROCESS));
    }

    private static synchronized long nanos(int clock) {
        if (asked(clock) != 0) throw new IllegalStateException("this system does not tell it");
        return TIME.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000 + TIME.getAtIndex(ValueLayout.JAVA_LONG, 1);
    }

    private static int asked(int clock) {
        try {
            return (int) CLOCK_GETTIME.invokeExact(clock, TIME);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
