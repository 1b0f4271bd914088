package kb.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kb.Production;
import kb.aws.Aws;
import kb.aws.FirstLook;
import kb.chat.ChatModels;
import kb.config.Config;
import kb.contained.ContainedReader;
import kb.contained.RecognisingReader;
import kb.documents.Indexes;
import kb.files.ObjectStore;
import kb.ingest.PdfReader;
import kb.pictures.PagePainter;
import kb.search.Embedder;
import kb.search.Embedders;
import kb.search.KeptEmbedders;
import kb.search.Space;
import kb.search.Spaces;
import kb.store.Table;
import kb.weaviate.WeaviateSpaces;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Opens the parts of the outside world that the settings choose, and closes them in reverse. */
final class Parts implements Closeable {
    static final String INDEX = "index";

    /** For services that take no key; they ignore it. */
    private static final String NO_KEY = "none";

    private final Path data;
    private final Config config;
    private final Clock clock;
    private final Aws aws;
    private final Deque<Closeable> open = new ArrayDeque<>();
    private final AtomicReference<Consumer<String>> watcher = new AtomicReference<>(_ -> {});

    Parts(Path data, Config config, Clock clock) {
        this.data = data;
        this.config = config;
        this.clock = clock;
        this.aws = new Aws(config.twin().aws());
    }

    record Tables(Table documents, Table chats) {}

    Tables tables() {
        return switch (config.twin().store()) {
            case SQLITE -> {
                var database = new SqliteDatabase(data.resolve("kb.db"));
                open.push(database::close);
                yield new Tables(
                        new SqliteTable(database, "documents", clock), new SqliteTable(database, "chats", clock));
            }
            case DYNAMODB -> {
                var tables = located(() -> aws.tables(clock));
                var documents = config.storage().documentsTable();
                var chats = config.storage().chatTable();
                yield new Tables(
                        FirstLook.at(tables.apply(documents), documents, "DOCUMENTS_TABLE"),
                        FirstLook.at(tables.apply(chats), chats, "CHAT_TABLE"));
            }
        };
    }

    ObjectStore objects() throws IOException {
        var bucket = config.storage().bucket();
        return switch (config.twin().files()) {
            case EMBEDDED -> {
                var s3 = new EmbeddedS3(
                        data.resolve("s3").toAbsolutePath(),
                        config.twin().host(),
                        config.twin().s3Server().port(),
                        S3Credentials.in(data, new SecureRandom()),
                        bucket,
                        origins());
                open.push(s3::close);
                s3.watch(name -> watcher.get().accept(name));
                yield s3.objects(config.twin().s3Server().address().orElseGet(s3::endpoint));
            }
            case S3 -> FirstLook.at(located(() -> aws.bucket(bucket)), bucket, "PDF_BUCKET_NAME");
        };
    }

    /** Pages that may read and put PDFs: those that are configured, and our own under the names it has on this machine and outside. */
    private List<String> origins() {
        var origins = new ArrayList<>(config.allowedOrigins());
        var twin = config.twin();
        var outside = twin.s3Server().address().map(address -> address.getScheme() + "://" + address.getHost());
        var hosts = Stream.concat(Stream.of("http://localhost", "http://127.0.0.1", "http://[::1]"), outside.stream());
        hosts.map(host -> host + ":" + twin.port()).forEach(origins::add);
        return List.copyOf(origins);
    }

    /** @param arrived hears of each object that is put; a real bucket tells nobody, then the uploader or the janitor does */
    void watch(Consumer<String> arrived) {
        watcher.set(arrived);
    }

    /** @param inProcess asked only when no embedding service is configured, or an index was made with this model */
    Embedders embedders(Supplier<? extends Embedder> inProcess) {
        var models = config.models();
        var wanted = models.embeddingModel().isEmpty()
                ? inProcess(inProcess)
                : Production.embedders(models, this::key).wanted();
        return new KeptEmbedders(wanted, space -> older(space, inProcess));
    }

    ChatModels chatModels() {
        return Production.chatModels(config.models(), this::key);
    }

    private Embedder inProcess(Supplier<? extends Embedder> inProcess) {
        var model = inProcess.get();
        if (model instanceof LocalEmbeddings local) open.push(local::close);
        return model;
    }

    /** Nothing is sent to a service that no setting names. */
    private Embedder older(Space space, Supplier<? extends Embedder> inProcess) {
        if (space.model().equals(LocalEmbeddings.MODEL)) return inProcess(inProcess);
        var models = config.models();
        var named = models.openAiKey().isPresent() || !models.openAiBase().equals(Config.OPENAI);
        return named
                ? Production.embedder(models, this::key, space.model(), space.dimensions())
                : new Silent(space.model(), space.dimensions());
    }

    private String key() {
        return config.models().openAiKey().orElse(NO_KEY);
    }

    /** @param tables of the knowledge base whose indexes they are @param newId draws its name when it has none */
    Spaces spaces(Tables tables, Supplier<UUID> newId) {
        var weaviate = config.weaviate();
        if (weaviate.address().isPresent())
            return new WeaviateSpaces(
                    () -> weaviate.address().get(), weaviate::key, () -> new Indexes(tables.documents())
                            .identity(newId));
        var spaces = new LuceneSpaces(data.resolve(INDEX));
        open.push(spaces::close);
        return spaces;
    }

    record Pdfs(PdfReader reader, PagePainter painter) {}

    /** Starts nothing before there is a document to read. */
    Pdfs pdfs() {
        var reader = new ContainedReader();
        open.push(reader::close);
        var ocr = config.twin().ocr();
        return new Pdfs(ocr.isEmpty() ? reader : new RecognisingReader(reader, ocr), reader.painter());
    }

    private static <T> T located(Supplier<T> client) {
        try {
            return client.get();
        } catch (SdkClientException nowhere) {
            throw new IllegalStateException(
                    "STORE=dynamodb and FILES=s3 need a region: set AWS_REGION, and AWS_ACCESS_KEY_ID with"
                            + " AWS_SECRET_ACCESS_KEY unless the AWS SDK finds credentials elsewhere",
                    nowhere);
        }
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) open.pop().close();
    }
}
