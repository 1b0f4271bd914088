package kb.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import kb.pages.Chunk;

/**
 * Joins what the two legs found into one ranking: a weighted sum of each leg's scores, scaled to 0…1 within the leg.
 *
 * <p>Not reciprocal ranks with equal weights: those throw away how much better the first hit is than the second, and
 * were measured to be worse than the better leg alone. The keyword leg weighs the less the fewer of the question's words its best
 * hit has: a question in other words than the document's makes it the weak one.
 */
final class Fusion {
    /** Equal scores in the order in which documents were uploaded and are read, so that a ranking never depends on chance. */
    static final Comparator<Fused> BEST_FIRST = Comparator.comparingDouble(Fused::score)
            .reversed()
            .thenComparing(one -> one.chunk().documentId())
            .thenComparing(one -> one.chunk().position());

    /** Of 0.5 to 0.7, and of the share of words or its root, all much alike; see the package. */
    private static final double KEYWORD_WEIGHT = 0.5;

    /** How many hits a leg is asked for, at least: what its last one scores counts as nothing. */
    static final int DEPTH = 200;

    private Fusion() {}

    record Fused(Chunk chunk, Passage.Parts parts) {
        double score() {
            return parts.keyword() + parts.vector();
        }
    }

    /** Best first. */
    static List<Fused> join(Weighed weighed) {
        var keywordWeight = keywordWeight(weighed);
        var byWords = Standing.byChunk(weighed.byWords());
        var byMeaning = Standing.byChunk(weighed.byMeaning());
        var chunks = new LinkedHashMap<UUID, Chunk>();
        byWords.forEach((id, standing) -> chunks.put(id, standing.chunk()));
        byMeaning.forEach((id, standing) -> chunks.putIfAbsent(id, standing.chunk()));
        var fused = new ArrayList<Fused>();
        chunks.forEach((id, chunk) -> {
            var kept = weighed.naming().kept(chunk.documentId());
            var keyword = byWords.containsKey(id) ? byWords.get(id).share() : 0;
            var vector = byMeaning.containsKey(id) ? byMeaning.get(id).share() : 0;
            var parts = new Passage.Parts(kept * keywordWeight * keyword, kept * (1 - keywordWeight) * vector);
            fused.add(new Fused(chunk, parts));
        });
        fused.sort(BEST_FIRST);
        return fused;
    }

    /** The other leg has the rest of 1. */
    static double keywordWeight(Weighed weighed) {
        if (weighed.byMeaning().isEmpty()) return 1;
        return weighed.byWords().isEmpty() ? 0 : KEYWORD_WEIGHT * Math.sqrt(weighed.covered());
    }
}
