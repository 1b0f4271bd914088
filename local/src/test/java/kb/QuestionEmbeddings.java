package kb;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import kb.local.LocalEmbeddings;
import kb.search.Embedder;
import kb.search.Vector;

/**
 * The model in the process for questions, and numbers out of the air for documents, whose embedding is not what is measured.
 *
 * @param nanos what the process took for the questions
 */
record QuestionEmbeddings(LocalEmbeddings real, AtomicLong nanos) implements Embedder {
    @Override
    public String model() {
        return real.model();
    }

    @Override
    public int dimensions() {
        return real.dimensions();
    }

    @Override
    public List<Vector> passages(List<String> texts) {
        return texts.stream().map(this::made).toList();
    }

    private Vector made(String text) {
        var numbers = new Random(text.hashCode());
        var values = new float[dimensions()];
        for (int i = 0; i < values.length; i++) values[i] = (float) numbers.nextGaussian();
        return Vector.of(values);
    }

    @Override
    public Vector question(String text) {
        var before = ProcessTime.nanos();
        var vector = real.question(text);
        nanos.addAndGet(ProcessTime.nanos() - before);
        return vector;
    }
}
