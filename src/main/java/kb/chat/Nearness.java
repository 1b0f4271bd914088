package kb.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Analyser;
import kb.search.Meaning;

/**
 * How near sentences are to a question: by meaning, by words, and by how well their passages were ranked.
 *
 * <p>A sentence is understood where it stands: it is compared together with the names of its document and section, as chunks are
 * embedded. {@code Weight: 23 kg} says whose weight it is by what stands above it. The weights were chosen on the questions about
 * handbooks and brochures that come with the source, where all of this tripled the right answers, and only measured on others.
 */
final class Nearness {
    /** Of the sentences, the best by words and rank: embedding all of a few passages would take a second. */
    static final int MOST_EMBEDDED = 16;

    private static final double MEANING = 0.6;
    /** Of the rest; the rank has what is left. */
    private static final double WORDS = 0.5;
    /** What two texts of the same meaning have, whatever the model. */
    private static final double SAME = 0.85;
    /** Of what another sentence of the same words would weigh: a heading, and one that says what the question says and no more. */
    private static final double TELLS_LITTLE = 0.6;

    /** With that much of the question's words, but not nearly all, and so little of its meaning, a sentence mostly tells of another thing. */
    private static final double MUCH = 0.4;

    private static final double NEARLY_ALL = 0.7;
    private static final double HARDLY = 0.55;

    private static final Comparator<Near> NEAREST_FIRST =
            Comparator.comparingDouble(Near::weight).reversed();

    private final Analyser analyser;
    private final Unrelated unrelated;
    private final Set<String> asked;

    Nearness(Analyser analyser, Unrelated unrelated, String question) {
        this.analyser = analyser;
        this.unrelated = unrelated;
        this.asked = tokens(question);
    }

    /**
     * A sentence, and how near it is; all from 0 to 1.
     *
     * @param words how much of the question it says
     * @param meaning how much it means the same; 1 where that was not compared
     */
    record Near(Candidate candidate, double weight, double words, double meaning) {
        Near and(double compared) {
            return new Near(candidate, MEANING * compared + (1 - MEANING) * weight, words, compared);
        }

        Near times(double factor) {
            return new Near(candidate, factor * weight, words, meaning);
        }

        /** Whether it has many of the question's words, and hardly its meaning. */
        boolean isAboutSomethingElse() {
            return words >= MUCH && words < NEARLY_ALL && meaning < HARDLY;
        }
    }

    /** The nearest first; not all of them where a meaning is compared. */
    List<Near> of(Optional<Meaning> meaning, List<Candidate> candidates) {
        var rarity = rarity(candidates);
        var byWords = candidates.stream()
                .map(candidate -> byWords(candidate, words(candidate, rarity)))
                .sorted(NEAREST_FIRST)
                .toList();
        var best = byWords.subList(0, Math.min(MOST_EMBEDDED, byWords.size()));
        var near = meaning.flatMap(one -> byMeaning(one, best)).orElse(byWords);
        return near.stream().map(this::told).sorted(NEAREST_FIRST).toList();
    }

    private static Near byWords(Candidate candidate, double words) {
        return new Near(
                candidate, WORDS * words + (1 - WORDS) * candidate.passage().score(), words, 1);
    }

    /** Empty when the embedder is down. */
    private Optional<List<Near>> byMeaning(Meaning question, List<Near> byWords) {
        if (byWords.isEmpty()) return Optional.of(byWords);
        try {
            return Optional.of(Deadline.within(0.5, () -> {
                var cosines = question.nearness(
                        byWords.stream().map(one -> one.candidate().placed()).toList());
                var far = unrelated.nearest(question);
                var near = new ArrayList<Near>();
                for (int i = 0; i < byWords.size(); i++) near.add(byWords.get(i).and(share(cosines.get(i), far)));
                return near;
            }));
        } catch (Unavailable down) {
            if (down.part() != Part.EMBEDDER) throw down;
            return Optional.empty();
        }
    }

    /** A model to which everything is the same tells nothing. */
    private static double share(double cosine, double far) {
        return far >= SAME ? 1 : Math.clamp((cosine - far) / (SAME - far), 0, 1);
    }

    private Near told(Near one) {
        return one.candidate().isHeading() || repeatsTheQuestion(one.candidate()) ? one.times(TELLS_LITTLE) : one;
    }

    /** Also a row that has nothing else but its label, as in {@code Name: Ada Lovelace} to a question about her. */
    private boolean repeatsTheQuestion(Candidate candidate) {
        if (candidate.isStatement()) return false; // somebody asks where it is said
        var more = tokens(candidate.text());
        var repeats = more.removeAll(asked);
        more.removeAll(tokens(candidate.place()));
        more.removeAll(tokens(candidate.label()));
        return repeats && more.isEmpty();
    }

    /** The question's words, each with how much it tells: the fewer sentences have it, the more. */
    private Map<String, Double> rarity(List<Candidate> candidates) {
        var sentences = candidates.stream().map(one -> tokens(one.understood())).toList();
        var rarity = new LinkedHashMap<String, Double>();
        for (var token : asked) {
            var having = sentences.stream().filter(one -> one.contains(token)).count();
            rarity.put(token, Math.log(1 + (sentences.size() + 0.5) / (having + 0.5)));
        }
        return rarity;
    }

    private double words(Candidate candidate, Map<String, Double> rarity) {
        var all = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all == 0) return 0;
        var said = new HashSet<>(asked);
        said.retainAll(tokens(candidate.placed()));
        return said.stream().mapToDouble(rarity::get).sum() / all;
    }

    private Set<String> tokens(String text) {
        return new HashSet<>(analyser.tokens(text));
    }
}
