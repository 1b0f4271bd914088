package kb.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kb.outside.Part;

/**
 * Why a search found what it found.
 *
 * @param tokens what the question's words became
 * @param legs those that took part
 * @param degraded those that could not
 * @param passages one for each passage, in their order
 */
public record Explanation(List<String> tokens, List<Leg> legs, List<Lacking> degraded, List<Reason> passages) {
    public record Lacking(Leg leg, String reason) {
        private static final Lacking VECTOR =
                new Lacking(Leg.VECTOR, "the %s is not answering".formatted(Part.EMBEDDER.title()));
    }

    /**
     * Why a passage is there: its score is the sum of each share times its weight.
     *
     * @param chunkId the best chunk of the passage, which all of this is said of
     * @param keyword empty when that leg did not find it; likewise {@code vector}
     * @param named which share of its document's name the question says; empty when it names none. Where it does, less weighs less
     * @param quoted empty when the question quotes nothing that any passage has
     * @param matched those of the question's tokens that it has
     */
    public record Reason(
            UUID chunkId,
            Optional<Found> keyword,
            Optional<Found> vector,
            Optional<Double> named,
            Optional<Quoted> quoted,
            List<String> matched) {}

    /**
     * By one leg.
     *
     * @param rank 1 for its best
     * @param score the leg's own: BM25, or a cosine
     * @param share the score scaled to 0…1 within the leg
     */
    public record Found(int rank, double score, double share, double weight) {}

    /** @param share 0 without any of the quoted phrases, 0.7 or more with one, 1 with all */
    public record Quoted(double share, double weight) {}

    /** Explains the passages that were found by what was suggested. */
    record Maker(Analyser analyser, List<String> tokens, QuotedPhrases phrases, Weighed from, boolean exact) {
        Explanation of(SearchService.Found found, Set<Leg> asked) {
            var lacks = !found.degraded().isEmpty();
            var legs = asked.stream()
                    .filter(leg -> leg == Leg.KEYWORD || !lacks)
                    .sorted()
                    .toList();
            var reasons = found.passages().stream().map(Passage::chunkId).map(reasons());
            return new Explanation(
                    tokens.stream().distinct().toList(),
                    legs,
                    lacks ? List.of(Lacking.VECTOR) : List.of(),
                    reasons.toList());
        }

        private Function<UUID, Reason> reasons() {
            var rest = exact ? 1 - ExactFirst.WEIGHT : 1;
            var keywordWeight = Fusion.keywordWeight(from);
            var byWords = Standing.byChunk(from.byWords());
            var byMeaning = Standing.byChunk(from.byMeaning());
            return id -> {
                var document = from.chunk(id).documentId();
                var kept = rest * from.naming().kept(document);
                return new Reason(
                        id,
                        found(byWords.get(id), kept * keywordWeight),
                        found(byMeaning.get(id), kept * (1 - keywordWeight)),
                        named(document),
                        quoted(id),
                        matched(id));
            };
        }

        private static Optional<Found> found(Standing standing, double weight) {
            return Optional.ofNullable(standing).map(one -> new Found(one.rank(), one.score(), one.share(), weight));
        }

        private Optional<Double> named(UUID document) {
            var naming = from.naming();
            return naming.isNone()
                    ? Optional.empty()
                    : Optional.of(naming.shares().getOrDefault(document, 0.0));
        }

        private Optional<Quoted> quoted(UUID id) {
            if (!exact) return Optional.empty();
            return Optional.of(new Quoted(phrases.share(from.chunk(id).text()), ExactFirst.WEIGHT));
        }

        private List<String> matched(UUID id) {
            var has = Set.copyOf(analyser.tokens(from.chunk(id).searched()));
            return tokens.stream().distinct().filter(has::contains).toList();
        }
    }
}
