package kb;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import kb.config.Config;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.local.LocalEmbeddings;
import kb.local.Pace;
import kb.local.Twin;
import kb.outside.TimeOrderedIds;
import kb.people.Tenant;

/** What a question in a chat costs beside its chat model: from the request to the {@code sources} event, in the twin. */
public final class ChatBenchmark {
    private static final int ROUND = 100;
    private static final int MOST_ROUNDS = 30;
    /** Of a question, in milliseconds: then Java is as good as done with compiling. */
    private static final double COMPILED = 0.3;

    private static final int QUESTIONS = 300;

    private final AskedTwin twin;
    private final QuestionEmbeddings embedder;

    private ChatBenchmark(AskedTwin twin, QuestionEmbeddings embedder) {
        this.twin = twin;
        this.embedder = embedder;
    }

    /** @param arguments a folder that is not used, and how many chunks */
    public static void main(String[] arguments) throws Exception {
        var size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        var embedder = new QuestionEmbeddings(new LocalEmbeddings(1), new AtomicLong());
        var clock = Clock.systemUTC();
        var newId = new TimeOrderedIds(clock, new SecureRandom());
        var settings = Config.from(Map.of("JWT_SECRET_KEY", TestTwin.SECRET));
        var pace = new Pace(Duration.ofSeconds(1), Optional.empty());
        var folder = Files.createTempDirectory("bench-chat");
        try (var twin = Twin.open(folder, settings, () -> embedder, newId, clock, pace)) {
            var person = new DevelopmentToken(
                    "wren", "Wren", Role.named("manager").orElseThrow(), new Tenant("bench"), Duration.ofDays(1));
            var asked = new AskedTwin(twin, person.sign(twin.rules(), clock.instant()));
            new ChatBenchmark(asked, embedder).report(size);
        }
        System.exit(0);
    }

    private void report(int size) throws Exception {
        System.out.printf("%,d chunks%n", twin.filled(size));
        var chat = twin.chat();
        warm(chat);
        var costs = new ArrayList<Cost>();
        for (int i = 0; i < QUESTIONS; i++) costs.add(twin.asked(chat, new Stopwatch(embedder.nanos())));
        System.out.printf("%d questions%n", QUESTIONS);
        row("from request to sources, CPU", costs, Cost::cpu);
        row("without embedding the question", costs, cost -> cost.cpu() - cost.embedding());
        row("by the clock on the wall", costs, Cost::wall);
        if (ThreadTimes.areKnown()) byThread(chat);
    }

    /** Until hardly anything is left for Java to compile. */
    private void warm(String chat) throws IOException {
        var compiler = ManagementFactory.getCompilationMXBean();
        for (int round = 1; ; round++) {
            var before = compiler.getTotalCompilationTime();
            for (int i = 0; i < ROUND; i++) twin.asked(chat, new Stopwatch(embedder.nanos()));
            var compiling = (double) (compiler.getTotalCompilationTime() - before) / ROUND;
            if (compiling > COMPILED && round < MOST_ROUNDS) continue;
            System.out.printf(
                    "%,d questions to warm up; Java compiled for %.2f ms of each of the last %d%n",
                    round * ROUND, compiling, ROUND);
            return;
        }
    }

    /** In nanoseconds. */
    private record Cost(long cpu, long embedding, long wall) {}

    private static final class Stopwatch implements AskedTwin.Meter<Cost> {
        private final AtomicLong embedding;
        private final AtomicLong cpu = new AtomicLong();
        private final AtomicLong wall = new AtomicLong();

        Stopwatch(AtomicLong embedding) {
            this.embedding = embedding;
        }

        @Override
        public void start() {
            embedding.set(0);
            wall.set(System.nanoTime());
            cpu.set(ProcessTime.nanos());
        }

        @Override
        public Cost stop() {
            return new Cost(ProcessTime.nanos() - cpu.get(), embedding.get(), System.nanoTime() - wall.get());
        }
    }

    private static void row(String what, List<Cost> costs, ToLongFunction<Cost> part) {
        var sorted = costs.stream().mapToLong(part).sorted().toArray();
        System.out.printf(
                "  %-32s p50 %6.2f ms, p95 %6.2f ms%n",
                what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
    }

    private void byThread(String chat) throws IOException {
        var sum = ThreadTimes.NONE;
        for (int i = 0; i < QUESTIONS; i++) sum = sum.and(twin.asked(chat, new ThreadTimes.Meter()));
        System.out.printf("%d more, what each thread had to do for one, on average%n", QUESTIONS);
        sum.most()
                .forEach((thread, nanos) -> System.out.printf("  %-32s %10.2f ms%n", thread, nanos / 1e6 / QUESTIONS));
    }
}
