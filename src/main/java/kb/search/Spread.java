package kb.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Lets every document that answers nearly as well as the best be heard among the first few.
 *
 * <p>A document whose best passage scores {@value #NEARLY} of the best and comes only after the first {@value #HEARD} takes the
 * last of their places, two such the last two. The first three stay where they are, and nothing is dropped.
 */
final class Spread {
    private static final double NEARLY = 0.8;
    private static final int HEARD = 5;
    private static final int FIXED = 3;
    /** How far down a document is looked for. */
    static final int REACH = 20;

    private Spread() {}

    static List<Fusion.Fused> of(List<Fusion.Fused> ranking) {
        if (ranking.size() <= HEARD) return ranking;
        var spread = new ArrayList<>(ranking);
        var unheard = unheard(ranking);
        var place = HEARD - Math.min(unheard.size(), HEARD - FIXED);
        for (int i = 0; place + i < HEARD; i++) {
            spread.remove(unheard.get(i));
            spread.add(place + i, unheard.get(i));
        }
        return spread;
    }

    private static List<Fusion.Fused> unheard(List<Fusion.Fused> ranking) {
        var best = ranking.getFirst().score();
        var heard = new HashSet<UUID>();
        var unheard = new ArrayList<Fusion.Fused>();
        for (int place = 0; place < Math.min(REACH, ranking.size()); place++) {
            var one = ranking.get(place);
            var isFirst = heard.add(one.chunk().documentId());
            if (place >= HEARD && isFirst && one.score() >= NEARLY * best) unheard.add(one);
        }
        return unheard;
    }
}
