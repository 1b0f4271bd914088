package kb.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kb.Production;
import kb.config.Config;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.Secret;
import kb.people.Tenant;
import kb.pictures.PagePainter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the warm HTTP function does by itself for each request: event in, token, routing, log line, response out. The route
 * asks no store, so what is left is ours.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public class HandlerBenchmark {
    private static final int CALLS = 20_000;
    private static final String SECRET = "a secret for benchmarks, long enough for HS256";

    private final HttpEntry entry;
    private final APIGatewayV2HTTPEvent event;

    public HandlerBenchmark() {
        System.setErr(unread());
        var config = Config.from(Map.of(
                "JWT_SECRET_KEY",
                SECRET,
                "RATE_LIMIT_ENABLED",
                "false",
                "INGEST_QUEUE_URL",
                "http://127.0.0.1:9/queue"));
        var nowhere = URI.create("http://127.0.0.1:9");
        entry = new HttpEntry(Production.rehearsing(config, nowhere, (_, _, _) -> null, PagePainter.NONE)
                .router());
        event = event(config);
        if (entry.answer(event).getStatusCode() != 200) throw new IllegalStateException("not let in");
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(HandlerBenchmark.class.getName())
                        .addProfiler(ProcessorTime.class)
                        .build())
                .run();
    }

    /** So many at a time, whatever else the machine does: as many as it takes for the compilers to have their say. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void request(Blackhole answers) {
        for (int call = 0; call < CALLS; call++) answers.consume(entry.answer(event));
    }

    /** Each line of the log is written, and nobody reads it: JMH would repeat them all. */
    private static PrintStream unread() {
        try {
            return new PrintStream(new FileOutputStream("/dev/null"), true, StandardCharsets.UTF_8);
        } catch (IOException noSuchDevice) {
            throw new UncheckedIOException(noSuchDevice);
        }
    }

    private static APIGatewayV2HTTPEvent event(Config config) {
        var clock = Clock.systemUTC();
        var rules = Production.rules(config.tokens(), () -> Secret.of(SECRET), clock);
        var token = new DevelopmentToken("wren", "Wren", Role.USER, new Tenant("mill"), Duration.ofHours(1))
                .sign(rules, clock.instant());
        var headers = Headers.of(Map.of("authorization", "Bearer " + token, "accept", "application/json"));
        return ApiGateway.event(new Request("GET", "/me", "", headers, Bytes.NONE));
    }
}
