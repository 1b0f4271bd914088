package kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.pages.Chunk;

/**
 * A ranking in which neighbouring chunks that both rank high are one: at the place, with the score and under the id of the better.
 *
 * <p>What a chunk becomes depends on what ranks within {@link #NEARLY} of it, never on how many are asked for.
 */
final class Stretches {
    /** Of the better chunk's score. */
    private static final double NEARLY = 0.4;

    /** Nothing in the places of those that another took in. */
    private final List<Optional<Fusion.Fused>> kept = new ArrayList<>();
    /** Where those of each page are kept: of others none is a neighbour. */
    private final Map<Page, List<Integer>> places = new HashMap<>();

    private record Page(UUID document, int number) {}

    private Stretches() {}

    static List<Fusion.Fused> of(List<Fusion.Fused> ranking) {
        var stretches = new Stretches();
        ranking.forEach(stretches::take);
        return stretches.kept.stream().flatMap(Optional::stream).toList();
    }

    private void take(Fusion.Fused next) {
        var page = new Page(next.chunk().documentId(), next.chunk().page());
        var beside = places.computeIfAbsent(page, _ -> new ArrayList<>());
        for (int place = 0; place < beside.size(); place++) {
            if (!joins(beside.get(place), next)) continue;
            takeIn(beside, place);
            return;
        }
        beside.add(kept.size());
        kept.add(Optional.of(next));
    }

    /** A stretch that grew may have reached another. */
    private void takeIn(List<Integer> beside, int place) {
        for (int later = place + 1; later < beside.size(); later++) {
            if (!joins(beside.get(place), kept.get(beside.get(later)).orElseThrow())) continue;
            kept.set(beside.remove(later), Optional.empty());
            later = place;
        }
    }

    /** Whether it is part of the better one from here on. */
    private boolean joins(int place, Fusion.Fused worse) {
        var better = kept.get(place).orElseThrow();
        if (worse.score() < NEARLY * better.score()) return false;
        var joined = Neighbours.joined(better.chunk(), worse.chunk());
        joined.ifPresent(stretch -> kept.set(place, Optional.of(with(better, stretch))));
        return joined.isPresent();
    }

    private static Fusion.Fused with(Fusion.Fused better, Chunk stretch) {
        return new Fusion.Fused(stretch, better.parts());
    }
}
