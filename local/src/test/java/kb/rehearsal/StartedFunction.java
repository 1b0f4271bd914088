package kb.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kb.App;
import kb.FrontEnd;
import kb.LambdaEvents;
import kb.Production;
import kb.RealPart;
import kb.aws.StandInKeys;
import kb.config.Config;
import kb.http.Request;
import kb.http.Router;
import kb.lambda.DeployedFunction;
import kb.lambda.FunctionUrl;
import kb.lambda.HttpEntry;
import kb.logs.Unheard;

/**
 * The built HTTP function in a process of its own, over stand-ins in this one, and what it takes of the processors. It joins a knowledge
 * base that is in use: another instance has asked for every route before.
 */
public final class StartedFunction implements AutoCloseable {
    /** How it speaks with AWS and with the models, a connection for each call. */
    enum Speech {
        PLAIN,
        TLS
    }

    /** As Lambda says it in {@code AWS_LAMBDA_INITIALIZATION_TYPE}: with a rehearsal, and without. */
    enum Kind {
        SNAP_START("snap-start"),
        ON_DEMAND("on-demand");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** As the template has them. */
    public static final String OPTIONS =
            "-XX:+TieredCompilation -XX:TieredStopAtLevel=1 -XX:+DisableExplicitGC -XX:ReservedCodeCacheSize=128m";

    private static final Pattern CLASSES = Pattern.compile("java\\.cls\\.loadedClasses=(\\d+)");
    private static final double MILLION = 1e6;

    private final StandIns standIns = new StandIns(1536);
    private final Doorway doorway = new Doorway(standIns);
    private final StandInKeys keys = new StandInKeys(standIns.keysAddress());
    private final Config config;
    private final App app;
    private final DeployedFunction function;
    private final long began;

    StartedFunction(Kind kind, Speech speech) throws Exception {
        config = Config.from(settings(kind, Speech.PLAIN));
        app = Production.rehearsing(config, standIns.address(), new PrintedPage(), new PrintedPage());
        Unheard.during(() -> new Scene(app, config, standIns, StartedFunction::another, 0).play());
        began = System.nanoTime();
        function = new DeployedFunction(
                RealPart.ARTIFACT.path(), "kb.lambda.HttpEntry::handleRequest", 2048, settings(kind, speech));
    }

    /** A picture has no keys of its function's role: as in every instance made from it, Lambda gives them at an address. */
    private Map<String, String> settings(Kind kind, Speech speech) {
        var tls = speech == Speech.TLS;
        var address = (tls ? doorway.address() : standIns.address()).toString();
        return Map.of(
                DeployedFunction.OPTIONS,
                tls ? OPTIONS + doorway.trust() : OPTIONS,
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                kind.word,
                "AWS_ENDPOINT_URL",
                address,
                "AWS_REGION",
                "us-east-1",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                standIns.keysAddress().toString(),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                "tests",
                "OPENAI_MODEL",
                "m",
                "OPENAI_API_BASE",
                address + "/v1",
                "INGEST_QUEUE_URL",
                address + "/queue");
    }

    /** Processor time since it was started, of all its threads, compilers included, in seconds. */
    double seconds() {
        return function.cpu() / MILLION / 1000;
    }

    /** Since it was started, by the clock, in seconds. */
    double age() {
        return (System.nanoTime() - began) / MILLION / 1000;
    }

    /** How many classes it has loaded. */
    int classes() throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(function.pid()), "PerfCounter.print").start();
        var counters = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var found = CLASSES.matcher(counters);
        if (!found.find()) throw new IllegalStateException(counters);
        return Integer.parseInt(found.group(1));
    }

    /** Waits until its compilers have nothing left to do. */
    void settle() throws Exception {
        for (var before = 0L; function.cpu() - before > 2 * MILLION; Thread.sleep(300)) before = function.cpu();
    }

    String log() throws IOException {
        return function.log();
    }

    /**
     * Its first request, which is also the first to need its role's keys and its secrets: each instance fetches them once, whoever
     * comes first.
     *
     * @return milliseconds of processor time
     */
    double looksAround() throws Exception {
        var before = function.cpu();
        var reply = new FunctionUrl(function).send(new FrontEnd.Call("GET", "/health/ready", Map.of(), new byte[0]));
        if (reply.status() != 200) throw new IllegalStateException(reply.text());
        return (function.cpu() - before) / MILLION;
    }

    void answersHealth() throws Exception {
        new FunctionUrl(function).send(new FrontEnd.Call("GET", "/health", Map.of(), new byte[0]));
    }

    /**
     * Asks for every route.
     *
     * @param number another each time
     * @return milliseconds of processor time that each took; where a route is asked for twice, the first time
     */
    Map<String, Double> pass(int number) {
        var took = new LinkedHashMap<String, Double>();
        new Scene(app, config, standIns, (_, request) -> measured(request, took), number).play();
        return took;
    }

    private Rehearsal.Answer measured(Request request, Map<String, Double> took) {
        var before = function.cpu();
        var answer = answer(new FunctionUrl(function), request);
        var route = request.method() + " " + request.path().replaceAll("[0-9a-f-]{36}", "*");
        took.putIfAbsent(route, (function.cpu() - before) / MILLION);
        if (answer.status() >= 400) throw new IllegalStateException(route + ": " + answer.text());
        return answer;
    }

    private static Rehearsal.Answer another(Router router, Request request) {
        return answer(new LambdaEvents(new HttpEntry(router)), request);
    }

    private static Rehearsal.Answer answer(FrontEnd frontEnd, Request request) {
        var headers = new HashMap<String, String>();
        request.headers().fields().forEach((name, values) -> headers.put(name, values.getFirst()));
        var call = new FrontEnd.Call(
                request.method(), request.path(), headers, request.body().toArray());
        try {
            var reply = frontEnd.send(call);
            return new Rehearsal.Answer(reply.status(), reply.text());
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        function.close();
        keys.close();
        doorway.close();
        standIns.close();
    }
}
