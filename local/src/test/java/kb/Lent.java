package kb;

import java.util.List;
import kb.search.Embedder;
import kb.search.Vector;

/** A model that many twins use; none of them closes it when it ends. */
record Lent(Embedder owners) implements Embedder {
    @Override
    public String model() {
        return owners.model();
    }

    @Override
    public int dimensions() {
        return owners.dimensions();
    }

    @Override
    public int tokens(String text) {
        return owners.tokens(text);
    }

    @Override
    public List<Vector> passages(List<String> texts) {
        return owners.passages(texts);
    }

    @Override
    public Vector question(String text) {
        return owners.question(text);
    }
}
