package kb.search;

import java.util.ArrayList;
import java.util.List;

/** What is told of a ranking: stretches of neighbouring chunks, none twice, from every document that has something to say. */
final class Choice {
    private Choice() {}

    /** The first ones; the beginning never depends on how many there are to be. */
    static List<Fusion.Fused> of(List<Fusion.Fused> ranking, int limit) {
        var wordings = new Wordings();
        var selected = new ArrayList<Fusion.Fused>();
        for (var one : Stretches.of(ranking)) {
            if (selected.size() == Math.max(limit, Spread.REACH)) break;
            if (wordings.isNew(one.chunk().documentId(), one.chunk().text())) selected.add(one);
        }
        return Spread.of(selected).stream().limit(limit).toList();
    }
}
