package kb.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import kb.evaluation.Question.PageOf;

/** The pages that were found for a question, best first, each once. */
record Ranking(Question question, List<PageOf> pages) {
    Ranking {
        pages = pages.stream().distinct().toList();
    }

    /** The share of the right pages among the first ones. */
    double recall(int first) {
        return (double) right(first) / question.pages().size();
    }

    /** Whether any right page is among the first ones. */
    boolean hits(int first) {
        return right(first) > 0;
    }

    private long right(int first) {
        return pages.stream().limit(first).filter(question::isOn).count();
    }

    boolean hitsDocument(int first) {
        return pages.stream().limit(first).anyMatch(page -> page.document().equals(question.document()));
    }

    /** One over the place of the first right page, 0 without one. */
    double reciprocalRank() {
        return IntStream.range(0, pages.size())
                .filter(place -> question.isOn(pages.get(place)))
                .mapToDouble(place -> 1.0 / (place + 1))
                .findFirst()
                .orElse(0);
    }

    /** Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), a right page being worth 1. */
    double ndcg(int first) {
        var gain = IntStream.range(0, Math.min(first, pages.size()))
                .filter(place -> question.isOn(pages.get(place)))
                .mapToDouble(Ranking::discount)
                .sum();
        var best = IntStream.range(0, Math.min(first, question.pages().size()))
                .mapToDouble(Ranking::discount)
                .sum();
        return gain / best;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2);
    }
}
