package kb.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** A ranking in which chunks that hold some of what the question quotes come before all others. */
final class ExactFirst {
    /** Of a score, for the quoted phrases: more than all the rest. Where no chunk holds any, nothing changes. */
    static final double WEIGHT = 0.6;

    private ExactFirst() {}

    /** @param byPhrase what an index found by the phrases' words alone */
    static List<Fusion.Fused> of(List<Fusion.Fused> ranking, List<Hit> byPhrase, QuotedPhrases phrases) {
        if (phrases.isEmpty()) return ranking;
        var weighed = new ArrayList<Fusion.Fused>();
        var known = new HashSet<UUID>();
        var exact = false;
        for (var fused : withHits(ranking, byPhrase)) {
            if (!known.add(fused.chunk().id())) continue;
            var share = phrases.share(fused.chunk().text());
            exact |= share > 0;
            weighed.add(weighed(fused, share));
        }
        if (!exact) return ranking;
        weighed.sort(Fusion.BEST_FIRST);
        return weighed;
    }

    private static List<Fusion.Fused> withHits(List<Fusion.Fused> ranking, List<Hit> byPhrase) {
        var all = new ArrayList<>(ranking);
        for (var hit : byPhrase) all.add(new Fusion.Fused(hit.chunk(), new Passage.Parts(0, 0)));
        return all;
    }

    private static Fusion.Fused weighed(Fusion.Fused fused, double share) {
        var parts = fused.parts();
        return new Fusion.Fused(
                fused.chunk(),
                new Passage.Parts(WEIGHT * share + (1 - WEIGHT) * parts.keyword(), (1 - WEIGHT) * parts.vector()));
    }
}
