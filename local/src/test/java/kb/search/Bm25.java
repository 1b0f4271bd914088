package kb.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** BM25 as it is written in the literature, for k1 = 1.2 and b = 0.75. */
record Bm25(Map<String, List<String>> tokens, double meanLength) {
    private static final Analyser ANALYSER = new Analyser();

    static Bm25 over(List<String> texts) {
        var tokens = texts.stream().collect(Collectors.toMap(Function.identity(), ANALYSER::tokens));
        return new Bm25(
                tokens, tokens.values().stream().mapToInt(List::size).average().orElseThrow());
    }

    /** By text; 0 for those that have no word of the question. */
    Map<String, Double> scores(String question) {
        var asked = ANALYSER.tokens(question);
        return tokens.keySet().stream().collect(Collectors.toMap(Function.identity(), text -> asked.stream()
                .mapToDouble(token -> rarity(token) * weight(token, tokens.get(text)))
                .sum()));
    }

    private double rarity(String token) {
        double holding =
                tokens.values().stream().filter(text -> text.contains(token)).count();
        return Math.log(1 + (tokens.size() - holding + 0.5) / (holding + 0.5));
    }

    private double weight(String token, List<String> text) {
        double frequency = text.stream().filter(token::equals).count();
        return frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * text.size() / meanLength));
    }
}
