package kb.chat.followup;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a word stands for something that its own question does not name.
 *
 * <p>A pronoun does not mean what stands beside it in the same clause: what has been named must lie in a clause before. A
 * possessive may, unless it begins the clause's subject.
 */
final class Antecedent {
    /** In one clause before a pronoun: more of them are seldom without what it means. */
    private static final int MOST_TOPICS = 3;

    /** Where nothing is asked yet: "describe it". */
    private static final int MOST_TOPICS_TOLD = 1;

    private static final Set<String> AFTER_THOSE = Set.of("of", "who", "whom", "that", "which", "whose");

    private final Wording wording;
    private final int at;
    private final Word word;

    private Antecedent(Wording wording, int at) {
        this.wording = wording;
        this.at = at;
        this.word = wording.at(at);
    }

    static boolean isMissing(Wording wording, int at) {
        var asked = new Antecedent(wording, at);
        var word = wording.at(at);
        if (word.in(Grammar.DEMONSTRATIVE)) return asked.points() && !asked.isNamedBefore();
        if (word.in(Grammar.POSSESSIVE) && asked.next(Word::hasTopic)) return asked.isSubjectsOwn();
        if (word.lower().equals("there")) return asked.isPlace() && !asked.isNamedBefore();
        return word.in(Grammar.PERSONAL) && !Expletive.is(wording, at) && !asked.isNamedBefore();
    }

    private boolean isNamedBefore() {
        var before = wording.part(0, at);
        var asks = before.has(first -> first.in(Grammar.QUESTION)) || before.is(0, Word::isAuxiliary);
        return clauseBefore()
                || isToldSubject()
                || before.count(Word::hasTopic) > (asks ? MOST_TOPICS : MOST_TOPICS_TOLD);
    }

    /** Of a clause that nothing announces: "… say it would …". */
    private boolean isToldSubject() {
        return previous(Word::hasTopic) && next(Word::isAuxiliary);
    }

    private boolean clauseBefore() {
        var topic = false;
        for (int before = 0; before < at; before++) {
            if (topic && beginsClause(before)) return true;
            topic |= wording.at(before).hasTopic();
            if (topic && wording.at(before).pause() != Word.Pause.NONE) return true;
        }
        return false;
    }

    private boolean beginsClause(int before) {
        var first = wording.at(before);
        if (!first.in(Grammar.SUBORDINATOR)) return false;
        return !first.in(Grammar.PREPOSITION_OR_SUBORDINATOR) || !isLast();
    }

    private boolean isLast() {
        return at == wording.size() - 1 || word.pause() != Word.Pause.NONE;
    }

    private boolean isSubjectsOwn() {
        if (clauseBefore()) return false;
        var topics = wording.part(0, at).count(Word::hasTopic);
        var ofNobody = word.lower().equals("its") && wording.is(0, first -> first.in(Set.of("who", "whom")));
        return topics == 0 || previous(Word::isAuxiliary) && topics <= MOST_TOPICS || ofNobody && topics == 1;
    }

    /** And does not begin a clause ("the rule that …") or stand for what follows ("those who …"). */
    private boolean points() {
        if (next(noun -> noun.in(Grammar.NOW)) || next(noun -> noun.in(AFTER_THOSE))) return false;
        if (!word.lower().equals("that")) return true;
        return isLast()
                || !previous(
                        before -> before.hasTopic() || before.in(Grammar.PERSONAL) || before.in(Grammar.SUBORDINATOR));
    }

    /** And not the "there" of "there is". */
    private boolean isPlace() {
        return !previous(Word::isAuxiliary) && !next(Word::isAuxiliary);
    }

    private boolean next(Predicate<Word> what) {
        return word.pause() == Word.Pause.NONE && wording.is(at + 1, what);
    }

    private boolean previous(Predicate<Word> what) {
        return wording.is(at - 1, what);
    }
}
