package kb.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kb.search.Analyser;
import kb.search.Meaning;
import kb.store.Table;

/**
 * Weighs how well each sentence answers a question, and whether the best of them is enough to answer at all.
 *
 * <p>What counts is how near it is to the question. It counts against all sentences when the question is about a name or a number
 * that no passage speaks of, or when the nearest sentence says the contrary, or has some of the words and hardly the meaning; and against a
 * sentence that it has nothing of the kind that is asked for. What these take away was chosen on questions about real manuals and on
 * those that come with the source, so that hardly a question that they answer is declined.
 */
public final class Evidence {
    private static final double ENOUGH = 0.5;
    /** A model judges for itself whether what is asked for is there: it is only spared what has nothing to do with the question. */
    private static final double WORTH_READING = 0.35;

    /** What is left of its weight when a question is about strangers only, and of a sentence without what is asked for. */
    private static final double STRANGE = 0.6;

    private static final double OF_ANOTHER_KIND = 0.7;

    /** So little that none suffices: when the nearest sentence is no answer, those further away speak of something else. */
    private static final double DOUBTED = 0.5;

    private final Analyser analyser;
    private final Unrelated unrelated;

    /** On its own: what it asks an embedding model for is kept as long as it is. */
    public Evidence(Analyser analyser) {
        this(analyser, Optional.empty());
    }

    public Evidence(Analyser analyser, Table table) {
        this(analyser, Optional.of(table));
    }

    private Evidence(Analyser analyser, Optional<Table> table) {
        this.analyser = analyser;
        this.unrelated = new Unrelated(table);
    }

    /** @param weight 0 to 1 @param near has what it would be if nothing were lacking */
    record Weighed(Nearness.Near near, double weight, Optional<String> lacking) {
        Candidate candidate() {
            return near.candidate();
        }

        boolean suffices() {
            return weight >= ENOUGH;
        }

        private Weighed doubted(String reason) {
            return new Weighed(near, DOUBTED * weight, Optional.of(reason));
        }
    }

    /** Whether a model may find an answer in them. */
    static boolean worthReading(List<Weighed> weighed) {
        return weighed.stream().anyMatch(one -> one.near().weight() >= WORTH_READING);
    }

    /** Why none of these suffices, where words and meaning alone would: something is missing. */
    static Optional<String> lacking(List<Weighed> weighed) {
        return weighed.stream()
                .filter(one -> one.near().weight() >= ENOUGH)
                .findFirst()
                .flatMap(Weighed::lacking);
    }

    /** Best first. */
    List<Weighed> weigh(String question, Optional<Meaning> meaning, List<Candidate> candidates) {
        var strange = Subjects.of(question).strange(texts(candidates));
        var expected = Expected.of(question);
        var weighed = new Nearness(analyser, unrelated, question)
                .of(meaning, candidates).stream()
                        .map(one -> judged(one, question, strange, expected))
                        .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                        .toList();
        return doubt(question, weighed)
                .map(reason -> weighed.stream().map(one -> one.doubted(reason)).toList())
                .orElse(weighed);
    }

    /** Why the nearest sentence is no answer, however near it is. */
    private static Optional<String> doubt(String question, List<Weighed> weighed) {
        if (weighed.isEmpty() || !weighed.getFirst().suffices()) return Optional.empty();
        var nearest = weighed.getFirst();
        return new Contrary(question)
                .in(nearest.candidate().understood())
                .or(() -> nearest.near().isAboutSomethingElse()
                        ? Optional.of(
                                "the sentence nearest to the question has some of its words, and hardly its meaning")
                        : Optional.empty());
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

    private static Weighed judged(Nearness.Near one, String question, List<String> strange, Expected expected) {
        var weight = one.weight();
        var lacking = Optional.<String>empty();
        if (!expected.isIn(one.candidate().text(), question)) {
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
        return new Weighed(one, weight, lacking);
    }
}
