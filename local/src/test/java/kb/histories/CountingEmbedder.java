package kb.histories;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import kb.search.Embedder;
import kb.search.Vector;

/** Sends each text in a direction of its last line's own, always the same, and counts how often each passage was sent to it. */
public final class CountingEmbedder implements Embedder {
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final String model;
    private final int dimensions;

    public CountingEmbedder() {
        this("counting", 16);
    }

    public CountingEmbedder(String model, int dimensions) {
        this.model = model;
        this.dimensions = dimensions;
    }

    public Map<String, Integer> sent() {
        return Map.copyOf(sent);
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
        texts.forEach(text -> sent.merge(text, 1, Integer::sum));
        return texts.stream().map(this::question).toList();
    }

    @Override
    public Vector question(String text) {
        var random = new Random(text.substring(text.lastIndexOf('\n') + 1).hashCode());
        var values = new float[dimensions];
        for (int place = 0; place < dimensions; place++) values[place] = (float) random.nextGaussian();
        return Vector.of(values);
    }
}
