package kb.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import kb.documents.Document;
import kb.pages.Chunk;

/**
 * Which of the documents that were suggested for a question it names: "for Best Buy in FY2023" names {@code BESTBUY_2023_10K.pdf}.
 *
 * <p>A word of a file's name weighs the more the fewer of the documents have it in theirs, and nothing when all have it. A document
 * is named when the question says enough of its name, and hardly less than of any other's, and one word of that is its own: other
 * documents do not speak of it. So "the kernel" does not name {@code kernel.pdf} where everything is about kernels.
 *
 * @param shares of the named documents: how much of its name is said, from 0 to 1; empty when none is named
 * @param rest what the question says besides
 */
record Naming(Map<UUID, Double> shares, String rest) {
    private static final double ENOUGH = 0.3;
    private static final double HARDLY_LESS = 0.8;
    /** Of the documents whose names lack a word: how many may speak of it. */
    private static final double FEW = 0.1;
    /** What a passage of a document that is not named loses of its score, and in part one of which only a part is said. */
    private static final double LOSS = 0.7;

    Naming {
        shares = Map.copyOf(shares);
    }

    static Naming none(String question) {
        return new Naming(Map.of(), question);
    }

    /** @param suggested what an index suggested of these documents; asked for only where a name is said */
    static Naming of(String question, Collection<Document> documents, Supplier<Collection<Chunk>> suggested) {
        var said = NameWords.said(question);
        var names = new HashMap<UUID, List<Set<String>>>();
        for (var document : documents) names.put(document.documentId(), NameWords.of(document));
        var rarity = rarity(names.values());
        var named = new HashMap<UUID, Said>();
        names.forEach((id, own) -> named.put(id, Said.of(own, said.keySet(), rarity)));
        keepMostNamed(named);
        if (named.isEmpty()) return none(question);
        var spoken = new Spoken(suggested.get());
        named.keySet().removeIf(id -> words(names.get(id)).stream()
                .noneMatch(word -> said.containsKey(word) && rarity.get(word) > 0 && spoken.isOwn(word, names)));
        keepMostNamed(named);
        var spent = new HashSet<MatchResult>();
        for (var id : named.keySet()) {
            for (var word : words(names.get(id)))
                if (rarity.get(word) > 0) spent.addAll(said.getOrDefault(word, Set.of()));
        }
        var shares = new HashMap<UUID, Double>();
        named.forEach((id, one) -> shares.put(id, one.share()));
        return new Naming(shares, without(question, spent));
    }

    private static void keepMostNamed(Map<UUID, Said> named) {
        named.values().removeIf(one -> one.share() < ENOUGH);
        var most = named.values().stream().mapToDouble(Said::weight).max().orElse(0);
        named.values().removeIf(one -> one.weight() < HARDLY_LESS * most);
    }

    /** Of a document's name that is said best: what is said of it. @param share of the whole name */
    private record Said(double weight, double share) {
        static Said of(List<Set<String>> names, Set<String> said, Map<String, Double> rarity) {
            var best = new Said(0, 0);
            for (var name : names) {
                var all = name.stream().mapToDouble(rarity::get).sum();
                if (all == 0) continue;
                var weight = name.stream()
                        .filter(said::contains)
                        .mapToDouble(rarity::get)
                        .sum();
                if (weight / all > best.share) best = new Said(weight, weight / all);
            }
            return best;
        }
    }

    /** The texts of what was suggested, letters and digits alone. */
    private record Spoken(Map<UUID, List<String>> texts) {
        Spoken(Collection<Chunk> chunks) {
            this(new HashMap<>());
            for (var chunk : chunks) {
                texts.computeIfAbsent(chunk.documentId(), _ -> new ArrayList<>())
                        .add(NameWords.joined(chunk.text()));
            }
        }

        boolean isOwn(String word, Map<UUID, List<Set<String>>> names) {
            var others = names.keySet().stream()
                    .filter(id -> !words(names.get(id)).contains(word))
                    .toList();
            var speaking = others.stream()
                    .filter(id ->
                            texts.getOrDefault(id, List.of()).stream().anyMatch(text -> NameWords.speaks(text, word)))
                    .count();
            return speaking <= FEW * others.size();
        }
    }

    boolean isNone() {
        return shares.isEmpty();
    }

    /** What a passage of this document keeps of its score. */
    double kept(UUID document) {
        return isNone() ? 1 : 1 - LOSS * (1 - shares.getOrDefault(document, 0.0));
    }

    private static Set<String> words(List<Set<String>> names) {
        var words = new HashSet<String>();
        names.forEach(words::addAll);
        return words;
    }

    private static Map<String, Double> rarity(Collection<List<Set<String>>> names) {
        var having = new HashMap<String, Integer>();
        for (var own : names) for (var word : words(own)) having.merge(word, 1, Integer::sum);
        var rarity = new HashMap<String, Double>();
        having.forEach((word, count) -> rarity.put(word, Math.log((double) names.size() / count)));
        return rarity;
    }

    private static String without(String question, Collection<MatchResult> words) {
        var rest = new StringBuilder(question);
        var fromTheEnd = new ArrayList<>(words);
        fromTheEnd.sort((one, other) -> other.start() - one.start());
        for (var word : fromTheEnd) rest.replace(word.start(), word.end(), " ");
        return rest.toString();
    }
}
