package kb.chat.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A word that stands for something named elsewhere, and not in its own question. */
record Reference(Wording wording, int at) {
    /** The first of a question. */
    static Optional<Reference> in(Wording wording) {
        for (int at = 0; at < wording.size(); at++) {
            if (Antecedent.isMissing(wording, at)) return Optional.of(new Reference(wording, at));
        }
        return Optional.empty();
    }

    /** The question with what the word stands for in its place; the rest of the question before it too when it says little itself. */
    Wording resolved(Wording before, Wording answer) {
        if (wording.at(at).in(Grammar.HUMAN)) return ofPerson(before, answer);
        var phrases = Phrases.of(before);
        if (phrases.isEmpty()) return wording.and(before);
        var named = named(phrases);
        var meant = named.map(Named::phrase).orElseGet(() -> fitting(phrases));
        var whole = wording.with(
                at, named.map(Named::end).orElse(at + 1), named.isPresent() ? meant.words() : inPlace(meant.words()));
        if (wording.count(Word::hasTopic) > 1) return whole;
        for (var phrase : phrases) if (!phrase.equals(meant)) whole = whole.and(new Wording(phrase.words()));
        return whole;
    }

    /** As it is when nobody is named: a thing is no "she". */
    private Wording ofPerson(Wording before, Wording answer) {
        return People.meant(before, answer)
                .map(person -> wording.with(at, at + 1, inPlace(person)))
                .orElse(wording);
    }

    private record Named(Phrase phrase, int end) {}

    /** "This principle" is the phrase before that has the word. */
    private Optional<Named> named(List<Phrase> phrases) {
        if (!wording.at(at).in(Grammar.DEMONSTRATIVE)) return Optional.empty();
        for (int end = at + 1; wording.is(end, Word::hasTopic); end++) {
            var noun = wording.at(end).lower();
            var phrase = phrases.stream()
                    .filter(one -> one.words().stream().anyMatch(word -> isSame(word.lower(), noun)))
                    .findFirst();
            if (phrase.isPresent()) return Optional.of(new Named(phrase.get(), end + 1));
        }
        return Optional.empty();
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || one.equals(other + "s") || other.equals(one + "s");
    }

    private Phrase fitting(List<Phrase> phrases) {
        var word = wording.at(at);
        return phrases.stream()
                .min(Comparator.comparing((Phrase phrase) -> phrase.asked())
                        .thenComparing(phrase -> !fits(word, phrase)))
                .orElseThrow();
    }

    private static boolean fits(Word word, Phrase phrase) {
        if (phrase.kind() == Phrase.Kind.NUMBER) return false;
        return word.lower().equals("there") || word.in(Grammar.PLURAL) == phrase.isPlural();
    }

    private List<Word> inPlace(List<Word> meant) {
        var word = wording.at(at);
        var words = new ArrayList<>(meant);
        if (word.lower().equals("there")) {
            words.addFirst(new Word("in", Word.Pause.NONE));
        } else if (ownsNext()) {
            var last = words.removeLast().text();
            words.add(new Word(last + (last.endsWith("s") ? "'" : "'s"), Word.Pause.NONE));
        }
        return words;
    }

    private boolean ownsNext() {
        var word = wording.at(at);
        var next = wording.is(at + 1, Word::hasTopic) && word.pause() == Word.Pause.NONE;
        return next && (word.in(Grammar.POSSESSIVE) || word.in(Grammar.DEMONSTRATIVE));
    }
}
