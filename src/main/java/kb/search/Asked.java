package kb.search;

import java.util.List;
import java.util.Set;

/** A question as a search takes it. @param phraseTokens of what it puts in quotation marks */
record Asked(
        Selection selection,
        String question,
        List<String> tokens,
        QuotedPhrases phrases,
        List<String> phraseTokens,
        int limit,
        Set<Leg> legs) {
    static Asked of(Selection selection, String question, int limit, Set<Leg> legs, Analyser analyser) {
        var phrases = legs.contains(Leg.KEYWORD) ? QuotedPhrases.in(question) : QuotedPhrases.NONE;
        var tokens = analyser.tokens(question);
        return new Asked(selection, question, tokens, phrases, analyser.tokens(phrases.words()), limit, legs);
    }
}
