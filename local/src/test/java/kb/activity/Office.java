package kb.activity;

import java.time.Duration;
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
import kb.histories.MemoryIndex;
import kb.histories.OneSpace;
import kb.histories.TextReader;
import kb.http.Access;
import kb.http.Caller;
import kb.http.Cors;
import kb.http.Request;
import kb.ingest.Shift;
import kb.ingest.WorkQueue;
import kb.masking.Masking;
import kb.outside.TimeOrderedIds;
import kb.pictures.PagePainter;
import kb.search.KeptEmbedders;
import kb.search.Spaces;
import kb.store.MovableClock;
import kb.store.Table;
import kb.usage.Prices;
import kb.usage.Stage;
import kb.usage.Tariff;

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
        var embedder = new PaidEmbedder();
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

    /** Somebody at work. */
    Someone as(String user) {
        return new Someone(this, "mill", user);
    }

    Someone as(String tenant, String user) {
        return new Someone(this, tenant, user);
    }

    /** Does what waits, so long after it began to wait. */
    void work(Duration waited) {
        clock.forward(waited);
        for (var work = queue.poll(); work != null; work = queue.poll())
            app.background().worker().work(work, Shift.endless("worker"));
    }

    /** So long the chat model takes from now on. */
    void think(Duration time) {
        thinking.set(time);
    }

    App app() {
        return app;
    }
}
