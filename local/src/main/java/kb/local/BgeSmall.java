package kb.local;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;

/**
 * bge-small-en-v1.5, quantised, as LangChain4j brings it, with threads that sleep when they have nothing to do.
 *
 * <p>By themselves they keep turning for a while after each text, which took more of the processors than the text had, and took it
 * from whatever came next. All in a process share one: it has 34 MB.
 */
final class BgeSmall extends AbstractInProcessEmbeddingModel {
    static final int DIMENSIONS = 384;

    private static final OnnxBertBiEncoder ENCODER = encoder();

    /** @param executor embeds the texts of a list, several at a time */
    BgeSmall(Executor executor) {
        super(executor);
    }

    private static OnnxBertBiEncoder encoder() {
        try (var options = new OrtSession.SessionOptions();
                var model = file("bge-small-en-v1.5-q.onnx");
                var words = file("bge-small-en-v1.5-q-tokenizer.json")) {
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model.readAllBytes(), options);
            return new OnnxBertBiEncoder(environment, session, words, PoolingMode.CLS);
        } catch (IOException | OrtException unusable) {
            throw new IllegalStateException("the embedding model cannot be loaded", unusable);
        }
    }

    private static InputStream file(String name) {
        return BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return ENCODER;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSIONS;
    }
}
