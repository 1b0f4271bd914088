package kb.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import kb.App;
import kb.FrontEnd;
import kb.Production;
import kb.RealPart;
import kb.config.Config;
import kb.http.Request;
import kb.lambda.DeployedFunction;
import kb.lambda.FunctionUrl;

/**
 * What starting the built HTTP function costs, and whether its first request after a rehearsal costs more than its sixtieth.
 *
 * <p>Processor time is that of the function's process alone, compilers and all.
 */
final class ColdStartBenchmark implements AutoCloseable {
    private static final int PASSES = 60;
    private static final Pattern CLASSES = Pattern.compile("java\\.cls\\.loadedClasses=(\\d+)");
    private static final double MILLION = 1e6;

    private final Map<String, String> variables;
    private final StandIns standIns = new StandIns(1536);
    private final Config config;
    private final App app;

    private ColdStartBenchmark(Map<String, String> variables) throws IOException {
        this.variables = new HashMap<>(variables);
        this.variables.putAll(Map.of(
                "AWS_ENDPOINT_URL",
                standIns.address().toString(),
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "benchmark",
                "AWS_SECRET_ACCESS_KEY",
                "benchmark",
                "OPENAI_API_BASE",
                standIns.address() + "/v1",
                "INGEST_QUEUE_URL",
                standIns.address() + "/queue"));
        this.config = Config.from(this.variables);
        this.app = Production.rehearsing(config, standIns.address(), new PrintedPage(), new PrintedPage());
    }

    /** @param arguments how many starts of each kind, 7 unless said */
    public static void main(String[] arguments) throws Exception {
        var starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        try (var benchmark = new ColdStartBenchmark(Map.of("OPENAI_MODEL", "m", "RATE_LIMIT_ENABLED", "true"))) {
            benchmark.coldStarts(starts);
            benchmark.firstRequests(starts);
        }
        System.exit(0);
    }

    private DeployedFunction function(String type) throws Exception {
        var settings = new HashMap<>(variables);
        settings.put("AWS_LAMBDA_INITIALIZATION_TYPE", type);
        return new DeployedFunction(RealPart.ARTIFACT.path(), "kb.lambda.HttpEntry::handleRequest", 2048, settings);
    }

    private void coldStarts(int starts) throws Exception {
        var seconds = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var classes = new ArrayList<Double>();
        for (int start = 0; start < starts; start++) {
            var began = System.nanoTime();
            try (var function = function("on-demand")) {
                new FunctionUrl(function).send(new FrontEnd.Call("GET", "/health", Map.of(), new byte[0]));
                seconds.add((System.nanoTime() - began) / MILLION / 1000);
                cpu.add(function.cpu() / MILLION / 1000);
                classes.add(classes(function));
            }
        }
        System.out.printf(
                "start to first answer, nothing rehearsed: %.2f CPU s, %.2f s, %.0f classes (medians of %d)%n",
                median(cpu), median(seconds), median(classes), starts);
    }

    private static double classes(DeployedFunction function) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(function.pid()), "PerfCounter.print").start();
        var counters = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var found = CLASSES.matcher(counters);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    private void firstRequests(int starts) throws Exception {
        var first = new LinkedHashMap<String, List<Double>>();
        var last = new LinkedHashMap<String, List<Double>>();
        var rehearsals = new ArrayList<Double>();
        for (int start = 0; start < starts; start++) {
            try (var function = function("snap-start")) {
                settle(function);
                rehearsals.add(function.cpu() / MILLION / 1000);
                for (int pass = 1; pass <= PASSES; pass++) {
                    if (pass == PASSES) settle(function);
                    var measured = new LinkedHashMap<String, Double>();
                    new Scene(
                                    app,
                                    config,
                                    standIns,
                                    (_, request) -> measured(function, request, measured),
                                    start * 100 + pass)
                            .play();
                    if (pass == 1) kept(measured, first);
                    if (pass == PASSES) kept(measured, last);
                }
            }
        }
        System.out.printf("start and rehearsal: %.1f CPU s%n", median(rehearsals));
        report(first, last);
    }

    private static void kept(Map<String, Double> measured, Map<String, List<Double>> all) {
        measured.forEach((route, took) ->
                all.computeIfAbsent(route, _ -> new ArrayList<>()).add(took));
    }

    /** Until the compilers have nothing left to do. */
    private static void settle(DeployedFunction function) throws Exception {
        for (var before = 0L; function.cpu() - before > 2 * MILLION; Thread.sleep(300)) before = function.cpu();
    }

    private static Rehearsal.Answer measured(DeployedFunction function, Request request, Map<String, Double> measured) {
        try {
            var headers = new HashMap<String, String>();
            request.headers().fields().forEach((name, values) -> headers.put(name, values.getFirst()));
            var call = new FrontEnd.Call(
                    request.method(), request.path(), headers, request.body().toArray());
            var before = function.cpu();
            var reply = new FunctionUrl(function).send(call);
            var route = request.method() + " " + request.path().replaceAll("[0-9a-f-]{36}", "*");
            measured.putIfAbsent(route, (function.cpu() - before) / MILLION); // a pass asks for some again
            return new Rehearsal.Answer(reply.status(), reply.text());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void report(Map<String, List<Double>> first, Map<String, List<Double>> last) {
        System.out.printf("%-48s %8s %8s %6s%n", "CPU ms of a request", "first", "60th", "ratio");
        var sums = new double[2];
        first.forEach((route, firsts) -> {
            var early = median(firsts);
            var late = median(last.get(route));
            sums[0] += early;
            sums[1] += late;
            System.out.printf("%-48s %8.2f %8.2f %6.2f%n", route, early, late, early / late);
        });
        System.out.printf("%-48s %8.2f %8.2f %6.2f%n", "all", sums[0], sums[1], sums[0] / sums[1]);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return DoubleStream.of(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2])
                .average()
                .orElseThrow();
    }

    @Override
    public void close() {
        standIns.close();
    }
}
