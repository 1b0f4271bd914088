package kb.search;

import java.util.List;
import java.util.Map;
import kb.outside.Part;
import kb.outside.Unavailable;

/** Knows the direction of some texts; every other text points along the first axis. Can be down; takes no empty list, as others. */
public record FakeEmbedder(Map<String, float[]> directions, boolean down) implements Embedder {
    private static final float[] USUAL = {1, 0};

    public static FakeEmbedder usual() {
        return new FakeEmbedder(Map.of(), false);
    }

    @Override
    public String model() {
        return "fake";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public List<Vector> passages(List<String> texts) {
        if (texts.isEmpty()) throw new IllegalArgumentException("no texts");
        return texts.stream().map(this::question).toList();
    }

    @Override
    public Vector question(String text) {
        if (down) throw new Unavailable(Part.EMBEDDER, null);
        return Vector.of(directions.getOrDefault(text, USUAL));
    }
}
