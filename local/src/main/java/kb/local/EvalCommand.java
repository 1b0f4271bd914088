package kb.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import kb.config.Config;
import kb.evaluation.EvaluationCommand;
import kb.http.Request;
import kb.http.Response;
import kb.http.Router;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.outside.TimeOrderedIds;
import kb.outside.Unavailable;
import kb.people.Tenant;
import org.slf4j.LoggerFactory;

/** Evaluates a folder of PDFs and questions in a twin of its own, of which nothing is left afterwards. */
final class EvalCommand {
    /** What decides how documents are read, found and answered about; tables, buckets, tokens and limits are those of other twins. */
    private static final Pattern FOR_AN_EVALUATION = Pattern.compile(
            "(WEAVIATE|OPENAI|EMBEDDING)_[A-Z_]+|OCR_COMMAND|MASK_SENSITIVE|DEADLINE_SECONDS|(DIRECT_)?UPLOAD_BYTES");

    private EvalCommand() {}

    static EvaluationCommand.Answer run(List<String> words, Map<String, String> settings) throws IOException {
        var order = order(words);
        var config = Config.from(forItsOnlyCaller(settings));
        ServeCommand.logEverythingInOnePlace();
        withoutEachRequest();
        return OrderlyEnd.of(stop -> evaluated(order, config, stop));
    }

    private static EvaluationCommand.Answer evaluated(
            EvaluationCommand.Order order, Config config, BooleanSupplier stop) throws IOException {
        var data = Files.createTempDirectory("knowledge-base-evaluation");
        try {
            return evaluated(order, config, stop, DataDirectory.open(data.resolve("data")));
        } finally {
            delete(data);
        }
    }

    private static Map<String, String> forItsOnlyCaller(Map<String, String> settings) {
        var ours = new HashMap<>(settings);
        ours.keySet().removeIf(name -> !FOR_AN_EVALUATION.matcher(name).matches());
        return ours;
    }

    /** Nobody wants to read hundreds of them between the figures. */
    private static void withoutEachRequest() {
        ((Logger) LoggerFactory.getLogger("kb.access")).setLevel(Level.WARN);
    }

    private static EvaluationCommand.Answer evaluated(
            EvaluationCommand.Order order, Config config, BooleanSupplier stop, Path data) throws IOException {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var processors = Runtime.getRuntime().availableProcessors();
        var ids = new TimeOrderedIds(clock, random);
        var tenant = new Tenant("evaluation-" + HexFormat.of().toHexDigits(random.nextLong()));
        var twin = Twin.open(data, config, () -> new LocalEmbeddings(processors), ids, clock, Pace.USUAL);
        try {
            var token = new DevelopmentToken("evaluation", "Evaluation", Role.ADMIN, tenant, Duration.ofHours(24));
            var line = new ProgressLine();
            return EvaluationCommand.run(
                    order,
                    request -> unless(stop, twin.app().router(), request),
                    token.sign(twin.rules(), clock.instant()),
                    line::show);
        } finally {
            discard(twin);
        }
    }

    private static void discard(Twin twin) throws IOException {
        try {
            twin.discard();
        } catch (Unavailable index) {
            System.err.println(
                    "kb: Weaviate does not answer, so that a collection of this evaluation may be left there");
        }
    }

    private static Response unless(BooleanSupplier stop, Router router, Request request) {
        if (stop.getAsBoolean()) throw new IllegalStateException("it was told to stop");
        return router.handle(request);
    }

    private static EvaluationCommand.Order order(List<String> words) {
        var folder = Optional.<Path>empty();
        var json = Optional.<Path>empty();
        var baseline = Optional.<Path>empty();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            switch (word) {
                case "--json" -> json = Optional.of(file(words, ++i));
                case "--baseline" -> baseline = Optional.of(file(words, ++i));
                default -> {
                    if (word.startsWith("-")) throw new WrongUsage("eval has no option " + word);
                    if (folder.isPresent()) throw new WrongUsage("eval takes one folder");
                    folder = Optional.of(Path.of(word));
                }
            }
        }
        if (folder.isEmpty()) throw new WrongUsage("eval needs a folder with PDFs and questions.jsonl");
        return new EvaluationCommand.Order(folder.get(), json, baseline);
    }

    private static Path file(List<String> words, int place) {
        if (place == words.size()) throw new WrongUsage(words.getLast() + " needs a file");
        return Path.of(words.get(place));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
