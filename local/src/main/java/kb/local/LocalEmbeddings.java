package kb.local;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Embedder;
import kb.search.Vector;

/**
 * An English embedding model in this process: bge-small-en-v1.5, quantised.
 *
 * <p>It loads beside whatever else starts; who needs it first waits for it.
 */
public final class LocalEmbeddings implements Embedder, AutoCloseable {
    static final String MODEL = "bge-small-en-v1.5-q";

    /** As the model's authors have it: before questions only. */
    private static final String BEFORE_A_QUESTION = "Represent this sentence for searching relevant passages: ";

    private static final Duration LOADING = Duration.ofMinutes(1);

    private final ExecutorService threads;
    private final CompletableFuture<EmbeddingModel> model;
    private final CompletableFuture<TokenCountEstimator> tokens;

    public LocalEmbeddings(int parallel) {
        this.threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().name("embed-", 0).daemon().factory());
        this.model = CompletableFuture.supplyAsync(() -> new BgeSmall(threads), threads);
        this.tokens = model.thenApply(_ -> new HuggingFaceTokenCountEstimator()); // BERT's words, as the model has them
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimensions() {
        return BgeSmall.DIMENSIONS;
    }

    @Override
    public int tokens(String text) {
        return loaded(tokens).estimateTokenCountInText(text);
    }

    @Override
    public List<Vector> passages(List<String> texts) {
        var segments = texts.stream().map(TextSegment::from).toList();
        try {
            return loaded(model).embedAll(segments).content().stream()
                    .map(LocalEmbeddings::vector)
                    .toList();
        } catch (RuntimeException failed) {
            // we are told to stop, which is no fault of the text
            if (failed.getCause() instanceof InterruptedException) throw new Unavailable(Part.EMBEDDER, failed);
            throw failed;
        }
    }

    @Override
    public Vector question(String text) {
        return vector(loaded(model).embed(BEFORE_A_QUESTION + text).content());
    }

    private static <T> T loaded(CompletableFuture<T> part) {
        try {
            return part.get(Deadline.left(Part.EMBEDDER, LOADING).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException notLoaded) {
            throw new Unavailable(Part.EMBEDDER, notLoaded);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Part.EMBEDDER, stopped);
        }
    }

    private static Vector vector(Embedding embedding) {
        return Vector.of(embedding.vector());
    }

    /** Returns when no native code is running here any more, be it loading: a process that ends meanwhile may crash. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
