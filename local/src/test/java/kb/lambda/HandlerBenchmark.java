package kb.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import kb.Production;
import kb.config.Config;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.jwt.Secret;
import kb.people.Tenant;

/**
 * What the warm HTTP function does by itself for each request: event in, token, routing, log line, response out. The route
 * asks no store, so what is left is ours.
 */
final class HandlerBenchmark {
    private static final String SECRET = "a secret for benchmarks, long enough for HS256";
    private static final int CALLS = 50_000;
    private static final int WARM = 8;
    private static final int MEASURED = 15;

    private HandlerBenchmark() {}

    public static void main(String[] arguments) {
        var config = Config.from(Map.of(
                "JWT_SECRET_KEY",
                SECRET,
                "RATE_LIMIT_ENABLED",
                "false",
                "INGEST_QUEUE_URL",
                "http://127.0.0.1:9/queue"));
        var nowhere = URI.create("http://127.0.0.1:9");
        var entry = new HttpEntry(
                Production.rehearsing(config, nowhere, (_, _, _) -> null).router());
        var event = event(config);
        var figures = new double[MEASURED];
        for (int run = -WARM; run < MEASURED; run++) {
            var took = microseconds(entry, event);
            if (run >= 0) figures[run] = took;
        }
        Arrays.sort(figures);
        System.out.printf(
                "the handler alone: %.1f CPU microseconds a request (median of %d times %d)%n",
                figures[MEASURED / 2], MEASURED, CALLS);
        System.exit(0);
    }

    private static APIGatewayV2HTTPEvent event(Config config) {
        var clock = Clock.systemUTC();
        var rules = Production.rules(config.tokens(), () -> Secret.of(SECRET), clock);
        var token = new DevelopmentToken("wren", "Wren", Role.USER, new Tenant("mill"), Duration.ofHours(1))
                .sign(rules, clock.instant());
        var headers = Headers.of(Map.of("authorization", "Bearer " + token, "accept", "application/json"));
        return ApiGateway.event(new Request("GET", "/me", "", headers, Bytes.NONE));
    }

    private static double microseconds(HttpEntry entry, APIGatewayV2HTTPEvent event) {
        var thread = ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadCpuTime();
        for (int call = 0; call < CALLS; call++) {
            if (entry.handleRequest(event, null).getStatusCode() != 200) throw new IllegalStateException();
        }
        return (thread.getCurrentThreadCpuTime() - before) / 1e3 / CALLS;
    }
}
