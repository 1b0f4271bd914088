package kb.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kb.pages.Chunk;

/**
 * Joins what the two legs found into one ranking: a weighted sum of each leg's scores, scaled to 0…1 within the leg.
 *
 * <p>Not reciprocal ranks with equal weights: those throw away how much better the first hit is than the second, and
 * were measured to be worse than the better leg alone.
 */
final class Fusion {
    /** Chosen on articles, filings and manuals: on each, the sum ranked better than the better leg from 0.5 to 0.65. */
    private static final double KEYWORD_WEIGHT = 0.6;

    /** How many hits a leg is asked for, at least: what its last one scores counts as nothing. */
    static final int DEPTH = 200;

    private Fusion() {}

    record Fused(Chunk chunk, Passage.Parts parts) {
        double score() {
            return parts.keyword() + parts.vector();
        }
    }

    /** Best first; equal scores in the order of chunk ids, so that the result never depends on chance. */
    static List<Fused> join(List<Hit> keyword, List<Hit> vector) {
        var keywordWeight = keywordWeight(keyword, vector);
        var byWords = byWords(keyword);
        var byMeaning = byMeaning(vector);
        var chunks = new LinkedHashMap<UUID, Chunk>();
        keyword.forEach(hit -> chunks.put(hit.chunk().id(), hit.chunk()));
        vector.forEach(hit -> chunks.put(hit.chunk().id(), hit.chunk()));
        var fused = new ArrayList<Fused>();
        chunks.forEach((id, chunk) -> fused.add(new Fused(
                chunk,
                new Passage.Parts(
                        keywordWeight * byWords.getOrDefault(id, 0.0),
                        (1 - keywordWeight) * byMeaning.getOrDefault(id, 0.0)))));
        fused.sort(Comparator.comparingDouble(Fused::score).reversed().thenComparing(one -> one.chunk()
                .id()));
        return fused;
    }

    /** The other leg has the rest of 1. */
    static double keywordWeight(List<Hit> keyword, List<Hit> vector) {
        return vector.isEmpty() ? 1 : keyword.isEmpty() ? 0 : KEYWORD_WEIGHT;
    }

    static Map<UUID, Double> byWords(List<Hit> keyword) {
        return scaled(keyword, 0);
    }

    static Map<UUID, Double> byMeaning(List<Hit> vector) {
        return scaled(vector, lowest(vector));
    }

    /** A leg's scores between its floor (0) and its best hit (1). */
    private static Map<UUID, Double> scaled(List<Hit> hits, double floor) {
        var scaled = new LinkedHashMap<UUID, Double>();
        if (hits.isEmpty()) return scaled;
        var range = hits.getFirst().score() - floor;
        for (var hit : hits) scaled.put(hit.chunk().id(), range > 0 ? Math.max(0, (hit.score() - floor) / range) : 1.0);
        return scaled;
    }

    /** Cosines of one model crowd together high up: only what lies above the hit at that depth says something. */
    private static double lowest(List<Hit> hits) {
        return hits.size() < 2 ? 0 : hits.get(Math.min(hits.size(), DEPTH) - 1).score();
    }
}
