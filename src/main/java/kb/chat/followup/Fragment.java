package kb.chat.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a question that takes the place of the like part of the question before it: "And in 2021?", "What about Japan?".
 *
 * @param preposition or nothing
 */
record Fragment(Optional<Word> preposition, Wording rest) {
    /** With more it says enough by itself. */
    private static final int MOST_TOPICS = 4;

    private static final Set<String> ASKING_ABOUT = Set.of("what", "how");

    static Optional<Fragment> of(Wording question) {
        var start = question.is(0, word -> word.in(Grammar.COORDINATOR)) ? 1 : 0;
        if (question.is(start, word -> word.in(ASKING_ABOUT))
                && question.is(start + 1, word -> word.lower().equals("about"))) start += 2;
        var rest = question.after(start);
        var hasPreposition = rest.is(0, word -> word.in(Grammar.PREPOSITION));
        if (start == 0 && !hasPreposition) return Optional.empty();
        if (rest.has(word -> word.isAuxiliary() || word.in(Grammar.QUESTION))) return Optional.empty();
        var topics = rest.count(Word::hasTopic);
        if (topics == 0 || topics > MOST_TOPICS) return Optional.empty();
        return Optional.of(
                hasPreposition
                        ? new Fragment(Optional.of(rest.at(0)), rest.after(1))
                        : new Fragment(Optional.empty(), rest));
    }

    Wording within(Wording before) {
        var own = new Phrase(rest.with(0, 0, List.of(new Word("and", Word.Pause.NONE))), 1, rest.size() + 1, false);
        return replaced(Phrases.of(before), own)
                .map(phrase -> inPlaceOf(phrase, before))
                .orElseGet(() -> before.and(new Wording(words())));
    }

    private List<Word> words() {
        var words = new ArrayList<>(rest.words());
        preposition.ifPresent(words::addFirst);
        return words;
    }

    private Wording inPlaceOf(Phrase phrase, Wording before) {
        var withPreposition = preposition.isPresent() && !phrase.preposition().isEmpty();
        return before.with(withPreposition ? phrase.from() - 1 : phrase.from(), phrase.to(), words());
    }

    private Optional<Phrase> replaced(List<Phrase> phrases, Phrase own) {
        var like = phrases.stream()
                .filter(phrase -> !phrase.asked() && phrase.kind() == own.kind())
                .toList();
        if (preposition.isEmpty()) return likest(like, own);
        var same = preposition.get().lower();
        return likest(
                        like.stream()
                                .filter(one -> one.preposition().equals(same))
                                .toList(),
                        own)
                .or(() -> phrases.stream()
                        .filter(one -> one.preposition().equals(same))
                        .reduce((_, last) -> last))
                .or(() -> like.stream()
                        .filter(one -> own.kind() == Phrase.Kind.NUMBER)
                        .findFirst());
    }

    /** Names and numbers are like each other; of other things only those that share a word or an ending. */
    private static Optional<Phrase> likest(List<Phrase> like, Phrase own) {
        return like.stream()
                .filter(phrase -> own.kind() != Phrase.Kind.COMMON || phrase.likeness(own) > 0)
                .max(Comparator.comparingInt(phrase -> phrase.likeness(own)));
    }
}
