package kb.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import kb.App;
import kb.api.Limits;
import kb.api.Within;
import kb.chat.ChatModels;
import kb.chat.LanguageModel;
import kb.chat.MeteredModel;
import kb.files.MemoryObjects;
import kb.histories.CountingEmbedder;
import kb.histories.MemoryIndex;
import kb.histories.OneSpace;
import kb.histories.TextReader;
import kb.http.Access;
import kb.http.Body;
import kb.http.Bytes;
import kb.http.Caller;
import kb.http.Cors;
import kb.http.Headers;
import kb.http.Request;
import kb.ingest.Shift;
import kb.ingest.WorkQueue;
import kb.masking.Masking;
import kb.outside.TimeOrderedIds;
import kb.pictures.PagePainter;
import kb.search.Embedder;
import kb.search.KeptEmbedders;
import kb.search.Spaces;
import kb.search.Vector;
import kb.store.MovableClock;
import kb.store.Table;
import kb.usage.Prices;
import kb.usage.Spending;
import kb.usage.Stage;
import kb.usage.Tariff;
import kb.usage.Use;

/**
 * The application with a clock that moves only when a test says so or the chat model is at work. The chat model, a dollar for a million
 * tokens read and two for a million written, always reads 100 and writes 20; the embedding model, a dollar for a million, reads 10 of
 * a question and 100 of passages, those of a document and those that an answer is looked for in.
 */
final class Office {
    static final String FEE = "The fee for a lost card is four euros and fifty cents.";
    static final String QUESTION = "What is the fee for a lost card?";
    private static final Tariff TARIFF = new Tariff(
            Prices.parse("m=1/2, embed=1").orElseThrow(),
            Optional.of("m"),
            Optional.empty(),
            Optional.of("embed"),
            OptionalLong.empty(),
            OptionalLong.empty());

    final MovableClock clock;
    private final BlockingQueue<WorkQueue.Work> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<Duration> thinking = new AtomicReference<>(Duration.ZERO);
    private final App app;

    Office(Table documents, Table chats, MovableClock clock) {
        this(documents, chats, clock, new OneSpace(new MemoryIndex()));
    }

    Office(Table documents, Table chats, MovableClock clock, Spaces spaces) {
        this.clock = clock;
        var embedder = new Paid();
        var outside = new App.Outside(
                documents,
                chats,
                new MemoryObjects(),
                spaces,
                new KeptEmbedders(embedder, _ -> embedder),
                new TextReader(),
                PagePainter.NONE,
                queue::add,
                Office::caller,
                new TimeOrderedIds(clock, new Random(1)),
                clock,
                new ChatModels(Optional.of(new MeteredModel(model(), "m", Stage.ANSWER)), Optional.empty()));
        var manner = new App.Manner(
                new Limits(100_000, 200_000_000),
                new Within(Duration.ofSeconds(60)),
                new Cors(Set.of()),
                Optional.empty(),
                false,
                TARIFF,
                Masking.NONE);
        this.app = App.of(outside, manner);
    }

    private static Caller caller(Request request) {
        var user = request.header("x-user").orElseThrow();
        var access = user.equals("reader") ? Access.READER : Access.ADMIN;
        return new Caller(request.header("x-tenant").orElse("mill"), user, user.toUpperCase(), access);
    }

    private LanguageModel model() {
        return (_, reader) -> {
            clock.forward(thinking.get());
            reader.accept("say| A lost card costs four euros and fifty cents.\nquote 1| " + FEE + "\n");
            return new LanguageModel.Written("m", 100, 20, false);
        };
    }

    private static final class Paid implements Embedder {
        private final CountingEmbedder counting = new CountingEmbedder("embed", 16);

        @Override
        public String model() {
            return counting.model();
        }

        @Override
        public int dimensions() {
            return counting.dimensions();
        }

        @Override
        public List<Vector> passages(List<String> texts) {
            Spending.report(new Use(Stage.DOCUMENT_EMBEDDING, "embed", 100, 0, false));
            return counting.passages(texts);
        }

        @Override
        public Vector question(String text) {
            Spending.report(new Use(Stage.QUESTION_EMBEDDING, "embed", 10, 0, false));
            return counting.question(text);
        }
    }

    /** Somebody at work. */
    Someone as(String user) {
        return new Someone("mill", user);
    }

    Someone as(String tenant, String user) {
        return new Someone(tenant, user);
    }

    /** Does what waits, so long after it began to wait. */
    void work(Duration waited) {
        clock.forward(waited);
        for (var work = queue.poll(); work != null; work = queue.poll())
            app.background().worker().work(work, Shift.endless("worker"));
    }

    App app() {
        return app;
    }

    final class Someone {
        private final String tenant;
        private final String user;

        private Someone(String tenant, String user) {
            this.tenant = tenant;
            this.user = user;
        }

        String uploaded(String filename, byte[] pdf, Duration waited) throws IOException {
            var id = send(202, "POST", "/documents?filename=" + filename, "application/pdf", Bytes.of(pdf))
                    .get("document_id")
                    .textValue();
            work(waited);
            return id;
        }

        String chat() throws IOException {
            return send(201, "POST", "/chats", "", Bytes.NONE).get("chat_id").textValue();
        }

        JsonNode ask(String chat, String question, Duration time) throws IOException {
            thinking.set(time);
            return send(200, "POST", "/chats/" + chat + "/messages", Map.of("message", question));
        }

        JsonNode get(String target) throws IOException {
            return send(200, "GET", target, "", Bytes.NONE);
        }

        JsonNode send(int status, String method, String target) throws IOException {
            return send(status, method, target, "", Bytes.NONE);
        }

        JsonNode send(int status, String method, String target, Map<String, ?> json) throws IOException {
            var body = Bytes.of(new ObjectMapper().writeValueAsBytes(json));
            return send(status, method, target, "application/json", body);
        }

        private JsonNode send(int status, String method, String target, String type, Bytes body) throws IOException {
            var parts = (target + "?").split("\\?", -1);
            var headers = Map.of("x-tenant", List.of(tenant), "x-user", List.of(user), "content-type", List.of(type));
            var response = app.router().handle(new Request(method, parts[0], parts[1], new Headers(headers), body));
            var text = ((Body.Text) response.body()).text();
            assertEquals(status, response.status(), text);
            return new ObjectMapper().readTree(text);
        }
    }
}
