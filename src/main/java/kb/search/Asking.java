package kb.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kb.documents.Document;
import kb.outside.Together;

/** An index, and what a question wants of it. @param meaning of the question, where the vector leg takes part */
record Asking(ChunkIndex index, Scope scope, Asked asked, Optional<Vector> meaning, Analyser analyser) {
    /** @param most hits of each leg */
    Suggestions suggestions(int most) {
        return suggestions(scope, asked.tokens(), asked.phraseTokens(), most);
    }

    private Suggestions suggestions(Scope where, List<String> tokens, List<String> phrases, int most) {
        var legs = legs(where, tokens, most);
        var byWords = legs.first();
        var byMeaning = legs.second();
        var byPhrase = phrases.isEmpty() ? List.<Hit>of() : index.byKeywords(where, phrases, most);
        return new Suggestions(byWords, byMeaning, byPhrase, covered(tokens, byWords));
    }

    /** By words and by meaning, at the same time where both are wanted: an index elsewhere takes its time for each. */
    private Together.Both<List<Hit>, List<Hit>> legs(Scope where, List<String> tokens, int most) {
        Supplier<List<Hit>> byWords = () -> index.byKeywords(where, tokens, most);
        if (meaning.isEmpty())
            return new Together.Both<>(asked.legs().contains(Leg.KEYWORD) ? byWords.get() : List.of(), List.of());
        Supplier<List<Hit>> byMeaning = () -> index.byMeaning(where, meaning.get(), most);
        return asked.legs().contains(Leg.KEYWORD)
                ? Together.both(byWords, byMeaning)
                : new Together.Both<>(List.of(), byMeaning.get());
    }

    /**
     * How the suggestions stand: when the question names some of their documents, the index looks in these for what else it says. A leg
     * that was asked for alone stays as the index ranked it.
     *
     * @param documents those of the suggestions that may be seen
     */
    Weighed weighed(Suggestions found, Collection<Document> documents) {
        if (asked.legs().size() < Leg.ALL.size()) return Weighed.of(found, asked.question());
        var naming = Naming.of(asked.question(), documents, found::chunks);
        if (naming.isNone()) return Weighed.of(found, asked.question());
        var named = new Scope(scope.tenant(), Optional.of(naming.shares().keySet()), scope.place());
        var inside = suggestions(named, analyser.tokens(naming.rest()), List.of(), Fusion.DEPTH);
        return Weighed.of(found, naming, inside);
    }

    /** Which share of the words the best hit has. */
    private double covered(List<String> tokens, List<Hit> byWords) {
        if (byWords.isEmpty()) return 0;
        var has = Set.copyOf(analyser.tokens(byWords.getFirst().chunk().searched()));
        var wanted = Set.copyOf(tokens);
        return (double) wanted.stream().filter(has::contains).count() / wanted.size();
    }
}
