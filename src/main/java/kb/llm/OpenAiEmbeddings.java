package kb.llm;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Embedder;
import kb.search.Vector;
import kb.usage.Spending;
import kb.usage.Stage;
import kb.usage.Use;

/** Embeddings from an OpenAI-compatible service; a question is embedded as a passage is. */
public final class OpenAiEmbeddings implements Embedder {
    private static final int BATCH = 100;

    private final String model;
    private final int dimensions;
    private final Duration timeout;
    private final Supplier<URI> address;
    private final Supplier<String> key;
    private final EmbeddingModel embedding;

    /**
     * @param address up to and including {@code /v1}; asked, like the key, at each call, so a rotated one is picked up
     * @param timeout for one batch of at most 100 texts, a second attempt included
     */
    public OpenAiEmbeddings(
            Supplier<URI> address, Supplier<String> key, String model, int dimensions, Duration timeout) {
        this.model = model;
        this.dimensions = dimensions;
        this.timeout = timeout;
        this.address = address;
        this.key = key;
        this.embedding = new SizedEmbeddings(
                builder().dimensions(dimensions).build(), builder().build());
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public List<Vector> passages(List<String> texts) {
        var vectors = new ArrayList<Vector>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            vectors.addAll(embed(Stage.DOCUMENT_EMBEDDING, texts.subList(from, Math.min(from + BATCH, texts.size()))));
        }
        return List.copyOf(vectors);
    }

    @Override
    public Vector question(String text) {
        return embed(Stage.QUESTION_EMBEDDING, List.of(text)).getFirst();
    }

    private List<Vector> embed(Stage stage, List<String> texts) {
        var bytes = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (Spending.refusal(model, bytes, 0).isPresent()) throw unavailable(new IOException("the budget has no room"));
        var service = new Http.Service(address.get(), key.get());
        var segments = texts.stream().map(TextSegment::from).toList();
        var answer = withinTimeout(() -> service.answering(() -> inTwoAttempts(segments)));
        Spending.report(use(stage, answer, texts));
        try {
            return vectors(answer.content(), texts.size());
        } catch (IllegalStateException | IllegalArgumentException wrongAnswer) {
            throw unavailable(wrongAnswer);
        }
    }

    private Use use(Stage stage, Response<List<Embedding>> answer, List<String> texts) {
        var usage = answer.tokenUsage();
        if (usage != null && usage.inputTokenCount() != null) {
            return new Use(stage, model, usage.inputTokenCount(), 0, false);
        }
        return Use.estimated(
                stage, model, texts.stream().mapToInt(String::length).sum(), 0);
    }

    private Response<List<Embedding>> inTwoAttempts(List<TextSegment> segments) {
        try {
            return embedding.embedAll(segments);
        } catch (RuntimeException failure) {
            // a kept connection that died while a Lambda was frozen, or a passing fault; the rest fails again the same
            // way
            var broken = failure.getCause() instanceof IOException cause && !(cause instanceof HttpTimeoutException);
            var passing = failure instanceof InternalServerException || broken;
            if (!passing) throw failure;
            return embedding.embedAll(segments);
        }
    }

    private List<Vector> vectors(List<Embedding> embeddings, int wanted) {
        if (embeddings.size() != wanted) {
            throw new IllegalStateException(embeddings.size() + " vectors for " + wanted + " texts");
        }
        return embeddings.stream()
                .map(embedding -> {
                    if (embedding.dimension() != dimensions) {
                        throw new IllegalStateException(embedding.dimension() + " dimensions, not " + dimensions);
                    }
                    return Vector.of(embedding.vector());
                })
                .toList();
    }

    /** Both attempts together; each alone is the HTTP client's to end. */
    private Response<List<Embedding>> withinTimeout(Callable<Response<List<Embedding>>> call) {
        var left = Deadline.left(Part.EMBEDDER, timeout);
        var task = new FutureTask<>(call);
        Thread.ofVirtual().name("embed").start(task);
        try {
            return task.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw unavailable(failed.getCause());
        } catch (TimeoutException late) {
            throw unavailable(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable(stopped);
        } finally {
            task.cancel(true);
        }
    }

    private static Unavailable unavailable(Throwable failure) {
        var told = new IOException(kind(failure));
        told.setStackTrace(failure.getStackTrace());
        return new Unavailable(Part.EMBEDDER, told);
    }

    private static String kind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException answer) return "status " + answer.statusCode();
            if (cause instanceof IOException) return cause.getClass().getSimpleName();
        }
        return failure.getClass().getSimpleName();
    }

    private OpenAiEmbeddingModelBuilder builder() {
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(new Http.Made(new Posts(timeout)))
                .baseUrl(Http.NOWHERE)
                .modelName(model)
                .maxRetries(0)
                .maxSegmentsPerBatch(BATCH);
    }
}
