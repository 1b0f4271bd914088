package kb.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The configured model, and older ones, each made when it is first asked for. */
public final class KeptEmbedders implements Embedders {
    private final Embedder wanted;
    private final Function<Space, Embedder> older;
    private final Map<String, Embedder> kept = new ConcurrentHashMap<>();

    public KeptEmbedders(Embedder wanted, Function<Space, Embedder> older) {
        this.wanted = wanted;
        this.older = older;
    }

    @Override
    public Embedder wanted() {
        return wanted;
    }

    @Override
    public Embedder of(Space space) {
        return space.isOf(wanted) ? wanted : kept.computeIfAbsent(space.embedding(), _ -> older.apply(space));
    }
}
