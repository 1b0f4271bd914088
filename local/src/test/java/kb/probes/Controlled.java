package kb.probes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kb.App;
import kb.FrontEnd;
import kb.LambdaEvents;
import kb.api.Limits;
import kb.api.Within;
import kb.chat.ChatModels;
import kb.histories.OneSpace;
import kb.http.Cors;
import kb.ingest.Shift;
import kb.ingest.WorkQueue;
import kb.jwt.TokenGate;
import kb.lambda.HttpEntry;
import kb.local.LuceneIndex;
import kb.local.SqliteDatabase;
import kb.local.SqliteTable;
import kb.masking.Masking;
import kb.outside.TimeOrderedIds;
import kb.pdf.PdfBoxPainter;
import kb.pdf.PdfBoxReader;
import kb.search.KeptEmbedders;
import kb.store.MovableClock;

/** The application behind its Lambda front end, in which everything happens at once or, on demand, not at all. */
final class Controlled implements AutoCloseable {
    private final MovableClock clock = new MovableClock();
    private final List<String> minted = new CopyOnWriteArrayList<>();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicReference<App> app = new AtomicReference<>();
    private final StubbornObjects objects = new StubbornObjects();
    private final SqliteDatabase database;
    private final LuceneIndex index;
    private final Tokens tokens = new Tokens(clock);
    private final FrontEnd frontEnd;

    Controlled(Path folder, long seed) {
        database = new SqliteDatabase(folder.resolve("kb.db"));
        index = new LuceneIndex(folder.resolve("index"));
        var ids = new TimeOrderedIds(clock, new Random(seed));
        var outside = new App.Outside(
                new SqliteTable(database, "documents", clock),
                new SqliteTable(database, "chats", clock),
                objects,
                new OneSpace(index),
                new KeptEmbedders(new EverythingIsNear(), _ -> new EverythingIsNear()),
                new PdfBoxReader(),
                new PdfBoxPainter(),
                this::work,
                new TokenGate(tokens.rules(), clock),
                () -> remembered(ids.get()),
                clock,
                ChatModels.NONE);
        var manner = new App.Manner(
                new Limits(1_000_000, 200_000_000),
                new Within(Duration.ofSeconds(60)),
                new Cors(Set.of()),
                Optional.empty(),
                false,
                kb.usage.Tariff.FREE,
                Masking.NONE);
        app.set(App.of(outside, manner));
        frontEnd = new LambdaEvents(new HttpEntry(app.get().router()));
    }

    private UUID remembered(UUID id) {
        minted.add(id.toString());
        return id;
    }

    private void work(WorkQueue.Work work) {
        if (working.get()) app.get().background().worker().work(work, Shift.endless("worker"));
    }

    App app() {
        return app.get();
    }

    Tokens tokens() {
        return tokens;
    }

    /** What is uploaded from now on waits. */
    void stopWorking() {
        working.set(false);
    }

    /** What is deleted meanwhile stays in storage, so its erasure does not end. */
    void withoutDeletion(Step step) throws Exception {
        objects.refuseDeletion(true);
        step.run();
        objects.refuseDeletion(false);
    }

    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    void waitASecond() {
        clock.forward(Duration.ofSeconds(1));
    }

    /** @param minted the ids that were made for this answer */
    record Answer(FrontEnd.Reply reply, List<String> minted) {}

    Answer send(FrontEnd.Call call) throws Exception {
        minted.clear();
        var reply = frontEnd.send(call);
        return new Answer(reply, new ArrayList<>(minted));
    }

    @Override
    public void close() throws IOException {
        index.close();
        database.close();
    }
}
