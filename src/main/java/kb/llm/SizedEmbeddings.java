package kb.llm;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * A service that is told how many dimensions its vectors are to have.
 *
 * <p>Some refuse to be told, even when their vectors have that many anyhow. Where one answers without, it is not told again.
 */
final class SizedEmbeddings implements EmbeddingModel {
    private static final Pattern COMPLAINT = Pattern.compile("dimensions|matryoshka");

    private final EmbeddingModel told;
    private final EmbeddingModel untold;
    private final AtomicBoolean refused = new AtomicBoolean();

    SizedEmbeddings(EmbeddingModel told, EmbeddingModel untold) {
        this.told = told;
        this.untold = untold;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        if (refused.get()) return untold.embedAll(segments);
        try {
            return told.embedAll(segments);
        } catch (RuntimeException failure) {
            if (!mayBeWhy(failure)) throw failure;
        }
        var answer = untold.embedAll(segments);
        refused.set(true);
        return answer;
    }

    private static boolean mayBeWhy(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof HttpException answer)
                return (answer.statusCode() == 400 || answer.statusCode() == 422)
                        && COMPLAINT
                                .matcher(String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT))
                                .find();
        return false;
    }
}
