package kb.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kb.Production;
import kb.aws.Aws;
import kb.aws.FirstLook;
import kb.config.Config;
import kb.contained.ContainedReader;
import kb.files.ObjectStore;
import kb.ingest.PdfReader;
import kb.search.ChunkIndex;
import kb.search.Embedder;
import kb.store.Table;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Opens the parts of the outside world that the settings choose, and closes them in reverse. */
final class Parts implements Closeable {
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
                        0,
                        S3Credentials.in(data, new SecureRandom()),
                        bucket,
                        List.copyOf(config.allowedOrigins()));
                open.push(s3::close);
                s3.watch(name -> watcher.get().accept(name));
                yield s3.objects(s3.endpoint());
            }
            case S3 -> FirstLook.at(located(() -> aws.bucket(bucket)), bucket, "PDF_BUCKET_NAME");
        };
    }

    /** @param arrived hears of each object that is put; a real bucket tells nobody, then the uploader or the janitor does */
    void watch(Consumer<String> arrived) {
        watcher.set(arrived);
    }

    /** @param inProcess asked only when no embedding service is configured */
    Embedder embedder(Supplier<? extends Embedder> inProcess) {
        var models = config.models();
        if (models.embeddingModel().isEmpty()) {
            var model = inProcess.get();
            if (model instanceof LocalEmbeddings local) open.push(local::settle);
            return model;
        }
        return Production.embedder(models, () -> models.openAiKey().orElse(NO_KEY));
    }

    ChunkIndex index(Embedder embedder) {
        var weaviate = config.weaviate();
        if (weaviate.address().isPresent()) {
            return Production.index(() -> weaviate.address().get(), weaviate::key, embedder);
        }
        var index = new LuceneIndex(data.resolve(folder(embedder)));
        open.push(index::close);
        return index;
    }

    /** Starts nothing before there is a document to read. */
    PdfReader reader() {
        var reader = new ContainedReader();
        open.push(reader::close);
        return reader;
    }

    /** One for each model: vectors of two are never compared. */
    private String folder(Embedder embedder) {
        if (config.models().embeddingModel().isEmpty()) return "index";
        var name = embedder.model().replaceAll("[^A-Za-z0-9.-]", "_");
        return "index-%s-%d-%08x"
                .formatted(name, embedder.dimensions(), embedder.model().hashCode());
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
