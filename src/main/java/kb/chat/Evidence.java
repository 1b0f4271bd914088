package kb.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Analyser;
import kb.search.Meaning;

/**
 * Weighs how well each sentence answers a question, and whether the best of them is enough to answer at all.
 *
 * <p>Three things count: how much of the question's rare words the sentence holds, how near its meaning is, and how
 * well its passage was ranked. It counts against all sentences when the question is about a name or a number that no passage speaks of,
 * and against a sentence that it has nothing of the kind that is asked for. What these take away was chosen on questions about real
 * manuals, so that hardly a question that they answer is declined.
 */
public final class Evidence {
    private static final int MOST_EMBEDDED = 12;
    private static final double WORDS = 0.4;
    private static final double MEANING = 0.4;
    private static final double RANK = 0.2;
    /** Cosines of the local model: two unrelated sentences have about 0.45, an answer and its question 0.65 and more. */
    private static final double UNRELATED = 0.45;

    private static final double SAME = 0.85;
    private static final double ENOUGH = 0.5;
    /** A model judges for itself whether what is asked for is there: it is only spared what has nothing to do with the question. */
    private static final double WORTH_READING = 0.35;

    /** Of what a sentence of the same words would weigh. */
    private static final double HEADING = 0.6;

    /** What is left of its weight when a question is about strangers only, and of a sentence without what is asked for. */
    private static final double STRANGE = 0.6;

    private static final double OF_ANOTHER_KIND = 0.7;

    private final Analyser analyser;

    public Evidence(Analyser analyser) {
        this.analyser = analyser;
    }

    /** @param weight 0 to 1 @param unlessLacking what it would be otherwise */
    record Weighed(Candidate candidate, double weight, double unlessLacking, Optional<String> lacking) {
        Weighed(Candidate candidate, double weight) {
            this(candidate, weight, weight, Optional.empty());
        }

        boolean suffices() {
            return weight >= ENOUGH;
        }
    }

    /** Whether a model may find an answer in them. */
    static boolean worthReading(List<Weighed> weighed) {
        return weighed.stream().anyMatch(one -> one.unlessLacking() >= WORTH_READING);
    }

    /** Why none of these suffices, where words and meaning alone would: something is missing. */
    static Optional<String> lacking(List<Weighed> weighed) {
        return weighed.stream()
                .filter(one -> one.unlessLacking() >= ENOUGH)
                .findFirst()
                .flatMap(Weighed::lacking);
    }

    /** Best first. */
    List<Weighed> weigh(String question, Optional<Meaning> meaning, List<Candidate> candidates) {
        var strange = Subjects.of(question).strange(texts(candidates));
        var expected = Expected.of(question);
        return near(question, meaning, candidates).stream()
                .map(one -> judged(one, question, strange, expected))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static List<String> texts(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(one -> Stream.of(
                        one.understood(),
                        one.passage().filename(),
                        one.passage().section()))
                .distinct()
                .toList();
    }

    private static Weighed judged(Weighed one, String question, List<String> strange, Expected expected) {
        var weight = one.weight();
        var lacking = Optional.<String>empty();
        if (!expected.isIn(one.candidate().understood(), question)) {
            weight *= OF_ANOTHER_KIND;
            lacking = Optional.of("no sentence near the question tells " + expected.called());
        }
        if (!strange.isEmpty()) {
            weight *= 1
                    - (1 - STRANGE)
                            * strange.size()
                            / Subjects.of(question).all().size();
            lacking = Optional.of("the passages that were found do not speak of " + String.join(", ", strange));
        }
        return new Weighed(one.candidate(), weight, one.weight(), lacking);
    }

    /** By words, meaning and rank alone. */
    private List<Weighed> near(String question, Optional<Meaning> meaning, List<Candidate> candidates) {
        if (candidates.isEmpty()) return List.of();
        var rarity = rarity(question, candidates);
        var byWords = candidates.stream()
                .map(candidate -> new Weighed(
                        candidate,
                        words(candidate, rarity) * WORDS + candidate.passage().score() * RANK))
                .sorted(BEST_FIRST)
                .limit(MOST_EMBEDDED)
                .toList();
        var cosines = meaning.map(asked -> cosines(asked, byWords)).orElse(List.of());
        if (cosines.isEmpty())
            return byWords.stream()
                    .map(one -> new Weighed(one.candidate(), one.weight() / (WORDS + RANK)))
                    .map(Evidence::asHeading)
                    .sorted(BEST_FIRST)
                    .toList();
        var weighed = new ArrayList<Weighed>();
        for (int i = 0; i < byWords.size(); i++) {
            var nearness = (cosines.get(i) - UNRELATED) / (SAME - UNRELATED);
            var weight = byWords.get(i).weight() + MEANING * Math.clamp(nearness, 0, 1);
            weighed.add(asHeading(new Weighed(byWords.get(i).candidate(), weight)));
        }
        weighed.sort(BEST_FIRST);
        return weighed;
    }

    private static Weighed asHeading(Weighed one) {
        return one.candidate().isHeading() ? new Weighed(one.candidate(), one.weight() * HEADING) : one;
    }

    private static final Comparator<Weighed> BEST_FIRST =
            Comparator.comparingDouble(Weighed::weight).reversed();

    private static List<Double> cosines(Meaning question, List<Weighed> sentences) {
        try {
            var texts =
                    sentences.stream().map(one -> one.candidate().understood()).toList();
            return Deadline.within(0.5, () -> question.nearness(texts));
        } catch (Unavailable down) {
            if (down.part() != Part.EMBEDDER) throw down;
            return List.of();
        }
    }

    /** The question's tokens, each with how much it tells: the fewer sentences have it, the more. */
    private Map<String, Double> rarity(String question, List<Candidate> candidates) {
        var sentences = candidates.stream()
                .map(candidate -> tokens(candidate.understood()))
                .toList();
        var rarity = new LinkedHashMap<String, Double>();
        for (var token : tokens(question)) {
            var having = sentences.stream()
                    .filter(sentence -> sentence.contains(token))
                    .count();
            rarity.put(token, Math.log(1 + (sentences.size() + 0.5) / (having + 0.5)));
        }
        return rarity;
    }

    private double words(Candidate candidate, Map<String, Double> rarity) {
        var all = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all == 0) return 0;
        var tokens = tokens(candidate.understood());
        return rarity.entrySet().stream()
                        .filter(entry -> tokens.contains(entry.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                / all;
    }

    private Set<String> tokens(String text) {
        return new HashSet<>(analyser.tokens(text));
    }
}
