package kb.chat.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds whom "he", "she", "his" and "her" may mean: a name of the question before, or else of what was answered to it. */
final class People {
    private static final int LEAST_NAMES = 2;

    private People() {}

    static Optional<List<Word>> meant(Wording question, Wording answer) {
        return Phrases.of(question).stream()
                .filter(phrase -> phrase.kind() == Phrase.Kind.NAME)
                .map(phrase -> names(phrase.words()))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .or(() -> fullName(answer));
    }

    /** "Ada Merrow" of "librarian Ada Merrow". */
    private static List<Word> names(List<Word> words) {
        return words.stream().filter(Word::isCapitalised).toList();
    }

    /** The first two words or more, side by side, that are each capitalised: one alone may only begin a sentence. */
    private static Optional<List<Word>> fullName(Wording answer) {
        var names = new ArrayList<Word>();
        for (var word : answer.words()) {
            if (word.isCapitalised() && word.hasTopic() && !word.isNumber()) names.add(word);
            else if (names.size() >= LEAST_NAMES) break;
            else names.clear();
            if (word.pause() == Word.Pause.NONE) continue;
            if (names.size() >= LEAST_NAMES) break;
            names.clear();
        }
        return Optional.of(names.stream()
                        .map(name -> new Word(name.text(), Word.Pause.NONE))
                        .toList())
                .filter(found -> found.size() >= LEAST_NAMES);
    }
}
