package kb.activity;

import java.util.List;
import kb.histories.CountingEmbedder;
import kb.search.Embedder;
import kb.search.Vector;
import kb.usage.Spending;
import kb.usage.Stage;
import kb.usage.Use;

/** Tells what it takes, as a service does: 10 tokens for a question, 100 for passages. */
final class PaidEmbedder implements Embedder {
    private final CountingEmbedder counting = new CountingEmbedder("embed", 16);

    @Override
    public String model() {
        return counting.model();
    }

    @Override
    public int dimensions() {
        return counting.dimensions();
    }

    @Override
    public List<Vector> passages(List<String> texts) {
        Spending.report(new Use(Stage.DOCUMENT_EMBEDDING, "embed", 100, 0, false));
        return counting.passages(texts);
    }

    @Override
    public Vector question(String text) {
        Spending.report(new Use(Stage.QUESTION_EMBEDDING, "embed", 10, 0, false));
        return counting.question(text);
    }
}
