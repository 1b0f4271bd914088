package kb.local;

import java.util.List;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Embedder;
import kb.search.Vector;

/** A model that an index was made with and that no setting leads to any more. */
record Silent(String model, int dimensions) implements Embedder {
    @Override
    public List<Vector> passages(List<String> texts) {
        throw silent();
    }

    @Override
    public Vector question(String text) {
        throw silent();
    }

    private static Unavailable silent() {
        return new Unavailable(Part.EMBEDDER, new IllegalStateException("the model is not configured any more"));
    }
}
