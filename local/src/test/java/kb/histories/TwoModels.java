package kb.histories;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kb.search.Embedder;
import kb.search.Embedders;
import kb.search.Space;

/** Two embedding models, one of which is configured. */
final class TwoModels implements Embedders {
    private final List<CountingEmbedder> both =
            List.of(new CountingEmbedder("counting", 16), new CountingEmbedder("other", 8));
    private final AtomicInteger configured = new AtomicInteger();

    void configure(int model) {
        configured.set(model % both.size());
    }

    List<CountingEmbedder> both() {
        return both;
    }

    @Override
    public Embedder wanted() {
        return both.get(configured.get());
    }

    @Override
    public Embedder of(Space space) {
        return both.stream().filter(space::isOf).findFirst().orElseThrow();
    }
}
