package kb.search;

import java.util.ArrayList;
import java.util.List;
import kb.pages.Chunk;

/**
 * A ranking in which neighbouring chunks that both rank high are one: at the place, with the score and under the id of the better.
 *
 * <p>What a chunk becomes depends on what ranks within {@link #NEARLY} of it, never on how many are asked for.
 */
final class Stretches {
    /** Of the better chunk's score. */
    private static final double NEARLY = 0.4;

    private final List<Fusion.Fused> kept = new ArrayList<>();

    private Stretches() {}

    static List<Fusion.Fused> of(List<Fusion.Fused> ranking) {
        var stretches = new Stretches();
        ranking.forEach(stretches::take);
        return stretches.kept;
    }

    private void take(Fusion.Fused next) {
        for (int place = 0; place < kept.size(); place++) {
            var better = kept.get(place);
            if (next.score() < NEARLY * better.score()) continue;
            var joined = Neighbours.joined(better.chunk(), next.chunk());
            if (joined.isEmpty()) continue;
            kept.set(place, with(better, joined.get()));
            takeIn(place);
            return;
        }
        kept.add(next);
    }

    /** A stretch that grew may have reached another. */
    private void takeIn(int place) {
        for (int later = place + 1; later < kept.size(); later++) {
            var grown = kept.get(place);
            if (kept.get(later).score() < NEARLY * grown.score()) continue;
            var joined = Neighbours.joined(grown.chunk(), kept.get(later).chunk());
            if (joined.isEmpty()) continue;
            kept.set(place, with(grown, joined.get()));
            kept.remove(later);
            later = place;
        }
    }

    private static Fusion.Fused with(Fusion.Fused better, Chunk stretch) {
        return new Fusion.Fused(stretch, better.parts());
    }
}
