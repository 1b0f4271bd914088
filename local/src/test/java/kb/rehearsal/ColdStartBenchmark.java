package kb.rehearsal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import kb.rehearsal.StartedFunction.Kind;
import kb.rehearsal.StartedFunction.Speech;

/**
 * What starting the built HTTP function costs, and whether its first request after a rehearsal costs more than those up to the sixtieth, on
 * every route.
 *
 * <p>Processor time is that of the function's process alone, compilers and all.
 */
final class ColdStartBenchmark {
    private static final int PASSES = 60;

    /** A single late request is as uneven as the machine: so many of them, up to the sixtieth. */
    private static final int LATE = 5;

    /** With TLS for each call, a pass takes much longer. */
    private static final int TLS_PASSES = 10;

    private static final double WANTED = 1.2;

    private ColdStartBenchmark() {}

    /** @param arguments how many starts of each kind, 7 unless said */
    public static void main(String[] arguments) throws Exception {
        var starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        coldStarts(starts);
        firstRequests(starts);
        firstConnections(starts);
        System.exit(0);
    }

    private static void coldStarts(int starts) throws Exception {
        var seconds = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var classes = new ArrayList<Double>();
        for (int start = 0; start < starts; start++) {
            try (var function = new StartedFunction(Kind.ON_DEMAND, Speech.PLAIN)) {
                function.answersHealth();
                seconds.add(function.age());
                cpu.add(function.seconds());
                classes.add((double) function.classes());
            }
        }
        System.out.printf(
                "start to first answer, nothing rehearsed: %.2f CPU s, %.2f s, %.0f classes (medians of %d)%n",
                median(cpu), median(seconds), median(classes), starts);
    }

    private static void firstRequests(int starts) throws Exception {
        var first = new LinkedHashMap<String, List<Double>>();
        var last = new LinkedHashMap<String, List<Double>>();
        var rehearsals = new ArrayList<Double>();
        var looks = new ArrayList<Double>();
        var laterLooks = new ArrayList<Double>();
        var classes = new ArrayList<Double>();
        for (int start = 0; start < starts; start++) {
            try (var function = new StartedFunction(Kind.SNAP_START, Speech.PLAIN)) {
                function.settle();
                rehearsals.add(function.seconds());
                var loaded = function.classes();
                looks.add(afterRest(function, 1, first));
                classes.add((double) function.classes() - loaded);
                for (int pass = 2; pass <= PASSES - LATE; pass++) function.pass(pass);
                for (int pass = PASSES - LATE + 1; pass <= PASSES; pass++)
                    laterLooks.add(afterRest(function, pass, last));
                sayWhatWasRehearsed(function);
            }
        }
        System.out.printf(
                "start and rehearsal: %.1f CPU s; classes that first requests load: %.0f%n",
                median(rehearsals), median(classes));
        System.out.printf(
                "an instance's first request, which fetches keys and secrets and asks all parts: %.1f CPU ms (later %.1f)%n",
                median(looks), median(laterLooks));
        report(first, last);
    }

    private static void sayWhatWasRehearsed(StartedFunction function) throws IOException {
        function.log().lines().filter(line -> line.contains("rehearsed")).forEach(System.out::println);
    }

    /**
     * Asks for every route when nothing was asked for a while, because the first request then takes longer, early or late.
     *
     * @return milliseconds of the request that comes first
     */
    private static double afterRest(StartedFunction function, int pass, Map<String, List<Double>> all)
            throws Exception {
        function.settle();
        var look = function.looksAround();
        kept(function.pass(pass), all);
        return look;
    }

    /** What connections cost, each of which is made anew here. */
    private static void firstConnections(int starts) throws Exception {
        var looks = new ArrayList<Double>();
        var first = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        var classes = new ArrayList<Double>();
        for (int start = 0; start < starts; start++) {
            try (var function = new StartedFunction(Kind.SNAP_START, Speech.TLS)) {
                function.settle();
                var loaded = function.classes();
                looks.add(function.looksAround());
                first.add(sum(function.pass(1)));
                classes.add((double) function.classes() - loaded);
                for (int pass = 2; pass < TLS_PASSES; pass++) function.pass(pass);
                last.add(sum(function.pass(TLS_PASSES)));
            }
        }
        System.out.printf(
                "with TLS for each call, CPU ms: an instance's first request %.1f; all routes first %.0f, later %.0f (x %.2f), %.0f classes%n",
                median(looks), median(first), median(last), median(first) / median(last), median(classes));
    }

    private static double sum(Map<String, Double> took) {
        return took.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void kept(Map<String, Double> measured, Map<String, List<Double>> all) {
        measured.forEach((route, took) ->
                all.computeIfAbsent(route, _ -> new ArrayList<>()).add(took));
    }

    private static void report(Map<String, List<Double>> first, Map<String, List<Double>> last) {
        System.out.printf("%-48s %8s %8s %6s%n", "CPU ms of a request", "first", "later", "ratio");
        var sums = new double[2];
        var above = new ArrayList<String>();
        first.forEach((route, firsts) -> {
            var early = median(firsts);
            var late = median(last.get(route));
            sums[0] += early;
            sums[1] += late;
            if (early / late > WANTED) above.add(route);
            System.out.printf("%-48s %8.2f %8.2f %6.2f%n", route, early, late, early / late);
        });
        System.out.printf("%-48s %8.2f %8.2f %6.2f%n", "all", sums[0], sums[1], sums[0] / sums[1]);
        System.out.printf("above %.1f: %d of %d routes%n", WANTED, above.size(), first.size());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return DoubleStream.of(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2])
                .average()
                .orElseThrow();
    }
}
