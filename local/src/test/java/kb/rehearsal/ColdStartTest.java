package kb.rehearsal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import kb.Needs;
import kb.RealPart;
import org.junit.jupiter.api.Test;

/** What the first request on each route, with TLS for each of its calls, costs after the rehearsal of the folder that is deployed; `task bench:cold` has the figures. */
@Needs(RealPart.ARTIFACT)
class ColdStartTest {
    /** Out of 11,500; 552 were left to first requests when TLS was not in the rehearsal. */
    private static final int FEW_CLASSES = 40;

    /** 1.2 is aimed at, on a machine that does nothing else, as the median of seven; it was 1.8 without a rehearsal of TLS. */
    private static final double MARGIN = 1.6;

    private static final int PASSES = 10;

    @Test
    void first_requests_find_what_they_need_loaded_and_compiled() throws Exception {
        try (var function = new StartedFunction(StartedFunction.Kind.SNAP_START, StartedFunction.Speech.TLS)) {
            function.settle();
            var before = function.classes();
            function.looksAround();
            var first = sum(function.pass(1).values());
            var loaded = function.classes() - before;
            for (int pass = 2; pass < PASSES; pass++) function.pass(pass);
            var later = sum(function.pass(PASSES).values());
            assertTrue(loaded < FEW_CLASSES, () -> loaded + " classes were loaded\n" + log(function));
            assertTrue(first < MARGIN * later, () -> "%.0f ms, later %.0f\n%s".formatted(first, later, log(function)));
        }
    }

    private static String log(StartedFunction function) {
        try {
            return function.log();
        } catch (java.io.IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static double sum(Collection<Double> milliseconds) {
        return milliseconds.stream().mapToDouble(Double::doubleValue).sum();
    }
}
