package kb.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kb.pages.Chunk;

/**
 * A chunk as one leg found it.
 *
 * @param rank 1 for the leg's best
 * @param score the leg's own: BM25, or a cosine
 * @param share the score scaled to 0…1 between the leg's floor and its best hit
 */
record Standing(Chunk chunk, int rank, double score, double share) {
    static List<Standing> byWords(List<Hit> hits) {
        return hits.isEmpty() ? List.of() : scaled(hits, 0, hits.getFirst().score());
    }

    /** Cosines of one model crowd together high up: only what lies above the hit at that depth says something. */
    static List<Standing> byMeaning(List<Hit> hits) {
        return hits.isEmpty()
                ? List.of()
                : scaled(hits, floor(hits), hits.getFirst().score());
    }

    /** Of what was found in some documents, on the scale of what was found in all, and further down. */
    static List<Standing> byMeaning(List<Hit> some, List<Hit> all) {
        if (some.isEmpty() || all.isEmpty()) return byMeaning(some);
        var best = Math.max(some.getFirst().score(), all.getFirst().score());
        return scaled(some, Math.min(floor(some), floor(all)), best);
    }

    private static double floor(List<Hit> hits) {
        return hits.size() < 2
                ? 0
                : hits.get(Math.min(hits.size(), Fusion.DEPTH) - 1).score();
    }

    private static List<Standing> scaled(List<Hit> hits, double floor, double best) {
        var standings = new ArrayList<Standing>();
        for (var hit : hits) {
            var share = best > floor ? Math.clamp((hit.score() - floor) / (best - floor), 0, 1) : 1.0;
            standings.add(new Standing(hit.chunk(), standings.size() + 1, hit.score(), share));
        }
        return standings;
    }

    /** What is said here, but of these documents what is said there. */
    static List<Standing> instead(List<Standing> here, Set<UUID> documents, List<Standing> there) {
        var standings = new ArrayList<Standing>();
        for (var one : here) if (!documents.contains(one.chunk().documentId())) standings.add(one);
        for (var one : there) if (documents.contains(one.chunk().documentId())) standings.add(one);
        return standings;
    }

    static Map<UUID, Standing> byChunk(List<Standing> standings) {
        var byChunk = new LinkedHashMap<UUID, Standing>();
        for (var one : standings) byChunk.put(one.chunk().id(), one);
        return byChunk;
    }
}
