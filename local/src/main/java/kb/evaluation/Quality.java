package kb.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How well one way of searching finds the right pages: means over all answerable questions, from 0 to 1. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Quality(
        double recallAt1,
        double recallAt5,
        double recallAt10,
        double ndcgAt10,
        double meanReciprocalRank,
        double rightPageAt1,
        double rightPageAt5,
        double rightDocumentAt1) {
    static Quality of(List<Ranking> rankings) {
        return new Quality(
                mean(rankings, one -> one.recall(1)),
                mean(rankings, one -> one.recall(5)),
                mean(rankings, one -> one.recall(10)),
                mean(rankings, one -> one.ndcg(10)),
                mean(rankings, Ranking::reciprocalRank),
                mean(rankings, one -> one.hits(1) ? 1 : 0),
                mean(rankings, one -> one.hits(5) ? 1 : 0),
                mean(rankings, one -> one.hitsDocument(1) ? 1 : 0));
    }

    private static double mean(List<Ranking> rankings, ToDoubleFunction<Ranking> measure) {
        return Rounded.to4(rankings.stream().mapToDouble(measure).average().orElse(0));
    }

    /** By name, in the order in which they are printed. */
    Map<String, Double> figures() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("recall@1", recallAt1);
        figures.put("recall@5", recallAt5);
        figures.put("recall@10", recallAt10);
        figures.put("nDCG@10", ndcgAt10);
        figures.put("MRR", meanReciprocalRank);
        figures.put("right page@1", rightPageAt1);
        figures.put("right page@5", rightPageAt5);
        figures.put("right document@1", rightDocumentAt1);
        return figures;
    }
}
