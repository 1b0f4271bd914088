package kb.chat.followup;

import java.util.Optional;

/**
 * A question of which only the asking words are there: "Why?", "How much was it?", "Which countries?".
 *
 * @param asking the words that ask; none when more of the same is wanted
 */
record Bare(Wording asking) {
    static Optional<Bare> of(Wording question) {
        var wording = question.is(0, word -> word.in(Grammar.COORDINATOR)) ? question.after(1) : question;
        var topics = wording.count(word -> !Grammar.isTalk(word.lower()));
        if (topics == 0 && leans(wording)) return Optional.of(new Bare(asking(wording)));
        return topics == 1 && isClipped(wording) ? Optional.of(new Bare(wording)) : Optional.empty();
    }

    private static boolean leans(Wording wording) {
        return Reference.in(wording).isPresent()
                || wording.has(word -> word.in(Grammar.MORE))
                || wording.has(word -> word.in(Grammar.QUESTION)) && !wording.has(word -> word.in(Grammar.SPEAKERS));
    }

    /** A question word and one more, without a verb to hold them together. */
    private static boolean isClipped(Wording wording) {
        return wording.has(word -> word.in(Grammar.QUESTION))
                && !wording.has(Word::isAuxiliary)
                && !wording.has(
                        word -> word.lower().equals("to") || word.lower().equals("about"))
                && !wording.has(word -> word.in(Grammar.SPEAKERS))
                && Reference.in(wording).isEmpty();
    }

    private static Wording asking(Wording wording) {
        var asks = wording.first(word -> word.in(Grammar.QUESTION));
        if (asks == wording.size()) return wording.part(0, 0);
        int end = asks;
        while (end < wording.size() && !wording.at(end).isAuxiliary() && !isPronoun(wording.at(end))) end++;
        return wording.part(0, end);
    }

    private static boolean isPronoun(Word word) {
        return word.in(Grammar.PERSONAL) || word.in(Grammar.DEMONSTRATIVE);
    }

    Wording after(Wording before) {
        return asking.isEmpty() ? before : asking.and(clause(before).startingSmall());
    }

    /** What the question before it asked about, without the words that asked. */
    private static Wording clause(Wording before) {
        int start = before.is(0, word -> word.in(Grammar.COORDINATOR)) ? 1 : 0;
        if (before.is(start, word -> word.in(Grammar.PREPOSITION))
                && before.is(start + 1, word -> word.in(Grammar.QUESTION))) start++;
        if (!before.is(start, word -> word.in(Grammar.QUESTION))) return before.after(start);
        var isHow = before.at(start).lower().equals("how");
        start++;
        var amount = before.is(start, word -> word.in(Grammar.AMOUNT));
        if (amount) return before.after(start + 1);
        if (isHow && before.is(start, Word::hasTopic) && before.is(start + 1, Word::isAuxiliary)) start++;
        return before.after(start);
    }
}
