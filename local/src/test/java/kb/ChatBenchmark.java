package kb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
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
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kb.config.Config;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Headers;
import kb.http.Request;
import kb.http.Response;
import kb.jwt.DevelopmentToken;
import kb.jwt.Role;
import kb.local.LocalEmbeddings;
import kb.local.Pace;
import kb.local.Twin;
import kb.outside.TimeOrderedIds;
import kb.people.Tenant;

/** What a question in a chat costs beside its chat model: from the request to the {@code sources} event, in the twin. */
public final class ChatBenchmark {
    private static final int CHUNKS_A_PAGE = 2;
    private static final int PAGES_A_DOCUMENT = 250;
    /** Until hardly anything is left for Java to compile. */
    private static final int WARMING = 600;

    private static final int SERIES = 30;
    /** A process's time is counted in hundredths of a second: too coarse for a single question. */
    private static final int QUESTIONS_IN_A_SERIES = 10;

    private static final int WORDS = 6_000;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Twin twin;
    private final QuestionEmbeddings embedder;
    private final String token;
    private final Random random = new Random(7);

    private ChatBenchmark(Twin twin, QuestionEmbeddings embedder, String token) {
        this.twin = twin;
        this.embedder = embedder;
        this.token = token;
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
            new ChatBenchmark(twin, embedder, person.sign(twin.rules(), clock.instant())).report(size);
        }
        System.exit(0);
    }

    private void report(int size) throws Exception {
        var chunks = 0;
        for (int number = 0; chunks < size; number++) chunks += uploaded(number);
        System.out.printf("%,d chunks, %d series of %d questions%n", chunks, SERIES, QUESTIONS_IN_A_SERIES);
        var chat = json(send("POST", "/chats", "", "application/json", Bytes.NONE))
                .get("chat_id")
                .textValue();
        for (int i = 0; i < WARMING; i++) asked(chat);
        var whole = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        var waited = new ArrayList<Double>();
        for (int series = 0; series < SERIES; series++) {
            embedder.nanos().set(0);
            var cost = Cost.NOTHING;
            for (int i = 0; i < QUESTIONS_IN_A_SERIES; i++) cost = cost.and(asked(chat));
            whole.add(milliseconds(cost.cpu()));
            beside.add(milliseconds(cost.cpu() - embedder.nanos().get()));
            waited.add(milliseconds(cost.wall()));
        }
        row("from request to sources, CPU", whole);
        row("without embedding the question", beside);
        row("by the clock on the wall", waited);
    }

    /** In nanoseconds. */
    private record Cost(long cpu, long wall) {
        static final Cost NOTHING = new Cost(0, 0);

        Cost and(Cost other) {
            return new Cost(cpu + other.cpu, wall + other.wall);
        }
    }

    private static double milliseconds(long nanos) {
        return nanos / 1e6 / QUESTIONS_IN_A_SERIES;
    }

    private static void row(String what, List<Double> costs) {
        var sorted = costs.stream().sorted().toList();
        System.out.printf(
                "  %-32s p50 %6.2f ms, p95 %6.2f ms%n",
                what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
    }

    /** What the whole process takes until the sources are told. */
    private Cost asked(String chat) throws IOException {
        var body =
                Bytes.of(new ObjectMapper().writeValueAsBytes(Map.of("message", "What is said of " + words(6) + "?")));
        var told = new AtomicReference<>(Cost.NOTHING);
        var before = new Cost(PROCESS.getProcessCpuTime(), System.nanoTime());
        var response = send("POST", "/chats/" + chat + "/messages", "text/event-stream", "application/json", body);
        ((Body.Events) response.body()).stream().sendTo(event -> {
            if (event.name().equals("sources"))
                told.set(new Cost(PROCESS.getProcessCpuTime() - before.cpu(), System.nanoTime() - before.wall()));
        });
        return told.get();
    }

    /** @return how many chunks it has */
    private int uploaded(int number) throws Exception {
        var pages = IntStream.range(0, PAGES_A_DOCUMENT).mapToObj(_ -> page()).toArray(String[]::new);
        var pdf = Bytes.of(Pdfs.of(pages));
        var id = json(send("POST", "/documents?filename=" + number + ".pdf", "", "application/pdf", pdf))
                .get("document_id")
                .textValue();
        while (true) {
            var reply = send("GET", "/documents/" + id + "?wait=20", "", "", Bytes.NONE);
            if (reply.status() == 503) continue; // a busy machine
            var document = json(reply);
            var status = document.get("status").textValue();
            if (status.equals("failed")) throw new IllegalStateException(document.toString());
            if (status.equals("ready")) return document.get("chunks").intValue();
        }
    }

    private String page() {
        return IntStream.range(0, CHUNKS_A_PAGE * 16)
                .mapToObj(_ -> "The " + words(10) + ".")
                .collect(Collectors.joining("\n"));
    }

    /** As in a language, some are said much more often than others. */
    private String words(int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> word((int) (WORDS * Math.pow(random.nextDouble(), 3))))
                .collect(Collectors.joining(" "));
    }

    private static String word(int number) {
        var letters = new StringBuilder();
        for (int left = number + 20; left > 0; left /= 15)
            letters.append("bdfgklmnprstvwz".charAt(left % 15)).append("aeiou".charAt(left % 5));
        return letters.toString();
    }

    private static JsonNode json(Response response) throws IOException {
        if (response.status() >= 400) throw new IllegalStateException(((Body.Text) response.body()).text());
        return new ObjectMapper().readTree(((Body.Text) response.body()).text());
    }

    private Response send(String method, String target, String accept, String type, Bytes body) {
        var parts = target.split("\\?", 2);
        var headers = Map.of(
                "authorization", "Bearer " + token, "accept", accept.isEmpty() ? "*/*" : accept, "content-type", type);
        return twin.app()
                .router()
                .handle(new Request(method, parts[0], parts.length == 2 ? parts[1] : "", Headers.of(headers), body));
    }
}
