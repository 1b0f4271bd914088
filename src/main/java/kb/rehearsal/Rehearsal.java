package kb.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kb.App;
import kb.Production;
import kb.aws.StandInKeys;
import kb.config.Config;
import kb.contained.ContainedReader;
import kb.http.Request;
import kb.http.Router;
import kb.logs.Unheard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application run through all its routes, over stand-ins, before it serves anybody. */
public final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Of people who do not exist. */
    private static final Map<String, String> TOKENS = Map.of("JWT_ALGORITHM", "HS256");

    /** What is a secret, or leads to somebody who is really there. */
    private static final List<String> NOT_TAKEN = List.of(
            "JWT_SECRET_KEY",
            "JWT_PUBLIC_KEY",
            "JWT_JWKS_URL",
            "OPENAI_API_KEY",
            "WEAVIATE_URL",
            "WEAVIATE_API_KEY",
            "BUDGET_USD_PER_USER",
            "BUDGET_USD_PER_TENANT");

    /** Lambda gives a start 130 seconds ("Lambda execution environment lifecycle" in the AWS Lambda Developer Guide). */
    private static final Duration LONGEST = Duration.ofSeconds(80);

    private Rehearsal() {}

    /** The way of a request through a front end. */
    @FunctionalInterface
    public interface Front {
        Answer send(Router router, Request request);
    }

    public record Answer(int status, String text) {}

    /**
     * Runs it; whatever goes wrong is logged and no more.
     *
     * @param variables the function's settings
     * @param rounds how often each route is asked for, if there is time
     */
    public static void run(Map<String, String> variables, Front front, int rounds) {
        try {
            perform(variables, front, rounds, LONGEST);
        } catch (IOException | RuntimeException | LinkageError failed) {
            LOG.warn("the rehearsal failed, so first requests take longer", failed);
        }
    }

    /** @return what each route answered in the last round */
    static Map<String, Integer> perform(Map<String, String> variables, Front front, int rounds, Duration longest)
            throws IOException {
        var began = System.nanoTime();
        var played = new AtomicInteger();
        var last = new AtomicReference<Map<String, Integer>>(Map.of());
        try (var standIns = new StandIns(Config.from(variables).models().embeddingDimensions());
                var keys = new StandInKeys(standIns.keysAddress());
                var reader = new ContainedReader()) {
            var config = Config.from(settings(variables, standIns));
            var readers = new ReadAsItIs(reader, new PrintedPage());
            Unheard.during(() -> {
                while (played.get() < rounds && System.nanoTime() - began < longest.toNanos()) {
                    keys.look();
                    // a new one each time, because Java compiles anew what was compiled without ever seeing a first
                    // call
                    var app = Production.rehearsing(config, standIns.address(), readers, reader.painter());
                    last.set(new Scene(app, config, standIns, front, played.incrementAndGet()).play());
                }
            });
        }
        LOG.info("{} rounds rehearsed in {} ms", played, (System.nanoTime() - began) / 1_000_000);
        return last.get();
    }

    private static Map<String, String> settings(Map<String, String> variables, StandIns standIns) {
        var settings = new HashMap<>(variables);
        NOT_TAKEN.forEach(settings::remove);
        settings.putAll(TOKENS);
        settings.put("OPENAI_API_BASE", standIns.address() + "/v1");
        settings.put("INGEST_QUEUE_URL", standIns.address() + "/queue");
        return settings;
    }

    /** Every route there is, as the table has it. */
    static List<String> routes(App app) {
        return app.router().table().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
    }
}
