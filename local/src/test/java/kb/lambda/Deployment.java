package kb.lambda;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kb.App;
import kb.EmbeddingService;
import kb.Rounds;
import kb.api.Limits;
import kb.api.Within;
import kb.contained.ContainedReader;
import kb.http.Access;
import kb.http.Caller;
import kb.http.Cors;
import kb.ingest.IndexChange;
import kb.ingest.PdfReader;
import kb.llm.OpenAiEmbeddings;
import kb.local.EmbeddedS3;
import kb.local.LuceneSpaces;
import kb.local.S3Credentials;
import kb.masking.Masking;
import kb.outside.TimeOrderedIds;
import kb.queue.Deliveries;
import kb.queue.MessageQueue;
import kb.queue.PostedWork;
import kb.search.KeptEmbedders;
import kb.search.Space;
import kb.store.MemoryTable;
import kb.store.MovableClock;

/** The functions as they are deployed, with a bucket whose events go to a queue; time passes when a test says so. */
final class Deployment implements AutoCloseable {
    private static final String EVENT = """
            {"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
                          "s3": {"bucket": {"name": "knowledge-base-pdfs"}, "object": {"key": "%s", "size": 1}}}]}""";

    final MovableClock clock = new MovableClock();
    final RealQueue sqs = new RealQueue();
    private final AtomicReference<URI> models = new AtomicReference<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Delayed> delayed = new CopyOnWriteArrayList<>();
    final AtomicReference<PdfReader> reader = new AtomicReference<>();
    private final EmbeddingService embeddings = new EmbeddingService();
    private final ContainedReader contained = new ContainedReader();
    private final EmbeddedS3 s3;
    private final LuceneSpaces spaces;
    private final App app;
    private final MessageQueue queue;

    Deployment(Path folder) throws IOException {
        var keys = new S3Credentials("AKIDTESTS", "a secret for tests");
        s3 = new EmbeddedS3(folder.resolve("s3"), "127.0.0.1", 0, keys, "knowledge-base-pdfs", List.of());
        s3.watch(this::heard);
        spaces = new LuceneSpaces(folder.resolve("index"));
        reader.set(contained);
        models.set(embeddings.address());
        queue = delaying(sqs.queue());
        app = App.of(
                outside(),
                new App.Manner(
                        new Limits(4_194_304, 200_000_000),
                        new Within(Duration.ofSeconds(60)),
                        new Cors(Set.of()),
                        Optional.empty(),
                        false,
                        kb.usage.Tariff.FREE,
                        Masking.NONE));
    }

    /** The template asks for the events of these names only. */
    private void heard(String name) {
        if (name.endsWith("/source.pdf") && !stopped.get()) sqs.post(EVENT.formatted(name));
    }

    void queueIsGone() {
        stopped.set(true);
        sqs.stop();
    }

    private record Delayed(String message, Duration delay) {}

    private MessageQueue delaying(MessageQueue real) {
        return new MessageQueue() {
            @Override
            public boolean post(String message, Duration delay) {
                return delay.isZero() ? real.post(message, delay) : delayed.add(new Delayed(message, delay));
            }

            @Override
            public boolean isBehind() {
                return real.isBehind();
            }
        };
    }

    private App.Outside outside() {
        var model = new OpenAiEmbeddings(
                () -> models.get().resolve("/v1"), () -> "none", "words", 64, Duration.ofSeconds(8));
        Supplier<UUID> ids = new TimeOrderedIds(Clock.systemUTC(), new SecureRandom());
        PdfReader whichever = (pdf, from, sink) -> reader.get().read(pdf, from, sink);
        return new App.Outside(
                new MemoryTable(clock),
                new MemoryTable(clock),
                s3.objects(s3.endpoint()),
                spaces,
                new KeptEmbedders(model, _ -> model),
                whichever,
                new PostedWork(queue),
                _ -> new Caller("mill", "wren", "Wren", Access.ADMIN),
                ids,
                clock);
    }

    List<Duration> delays() {
        return delayed.stream().map(Delayed::delay).toList();
    }

    /** As much as whatever is delayed needs to come. */
    void aMinutePasses() {
        clock.forward(Duration.ofMinutes(1));
        delayed.forEach(message -> sqs.post(message.message()));
        delayed.clear();
    }

    void modelsAreGone() {
        models.set(URI.create("http://127.0.0.1:9"));
    }

    void modelsAreBack() {
        models.set(embeddings.address());
    }

    HttpEntry http() {
        return new HttpEntry(app.router());
    }

    IngestEntry ingest() {
        return new IngestEntry(deliveries());
    }

    DeadLetterEntry deadLetters() {
        return new DeadLetterEntry(deliveries());
    }

    private Deliveries deliveries() {
        var background = app.background();
        return new Deliveries(background.worker(), background.uploads()::arrived, queue, System::nanoTime);
    }

    Space reindex() {
        return app.background().migration().again();
    }

    Set<Space> serving() {
        return app.background().migration().serving();
    }

    void round() {
        var background = app.background();
        var rounds = new Rounds(background.janitor(), new IndexChange(background.migration()), System::nanoTime);
        new JanitorEntry(rounds).handleRequest(Map.of(), new Invocation("round", 60_000));
    }

    @Override
    public void close() throws IOException {
        sqs.close();
        contained.close();
        spaces.close();
        s3.close();
        embeddings.close();
    }
}
