package kb.rehearsal;

import static org.junit.jupiter.api.Assertions.assertAll;
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

    /** A single request is as uneven as the machine: with others on it 2.7 was seen. */
    private static final double ONE_MARGIN = 4;

    /** Of a collection, which meets one route or another, in milliseconds. */
    private static final double COLLECTION = 5;

    private static final int PASSES = 10;

    @Test
    void first_requests_find_what_they_need_loaded_and_compiled() throws Exception {
        try (var function = new StartedFunction(StartedFunction.Kind.SNAP_START, StartedFunction.Speech.TLS)) {
            function.settle();
            var before = function.classes();
            function.looksAround();
            var first = function.pass(1);
            var loaded = function.classes() - before;
            for (int pass = 2; pass < PASSES; pass++) function.pass(pass);
            var later = function.pass(PASSES);
            assertTrue(loaded < FEW_CLASSES, () -> loaded + " classes were loaded\n" + log(function));
            assertAll(first.keySet().stream()
                    .map(route -> () -> assertWithin(ONE_MARGIN, first.get(route), later.get(route), route)));
            assertWithin(MARGIN, sum(first.values()), sum(later.values()), "all routes");
        }
    }

    private static void assertWithin(double margin, double first, double later, String what) {
        assertTrue(first < margin * later + COLLECTION, () -> "%s: %.1f ms of CPU first, %.1f later"
                .formatted(what, first, later));
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
