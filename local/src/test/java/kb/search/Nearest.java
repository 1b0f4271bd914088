package kb.search;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Collectors;

/** The true nearest of all that were seen, by comparing each. */
final class Nearest {
    private final Vector to;
    private final int count;
    private final PriorityQueue<Seen> best = new PriorityQueue<>(Comparator.comparingDouble(Seen::cosine));

    private record Seen(UUID id, double cosine) {}

    Nearest(Vector to, int count) {
        this.to = to;
        this.count = count;
    }

    Vector to() {
        return to;
    }

    void see(IndexedChunk chunk) {
        var cosine = to.cosine(chunk.vector());
        if (best.size() == count && cosine <= best.element().cosine()) return;
        best.add(new Seen(chunk.chunk().id(), cosine));
        if (best.size() > count) best.remove();
    }

    /** Which share of them is among the first as many hits. */
    double share(List<Hit> hits) {
        var found = hits.stream().limit(count).map(hit -> hit.chunk().id()).collect(Collectors.toSet());
        return (double) best.stream().filter(one -> found.contains(one.id())).count() / best.size();
    }
}
