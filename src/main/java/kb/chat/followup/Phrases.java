package kb.chat.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the phrases of a question. Without a dictionary a verb may be taken along; the word order tells most of them. */
final class Phrases {
    private static final Set<String> ASKING_FOR = Set.of("what", "which", "whose");
    private static final Set<String> AMOUNT = Grammar.AMOUNT;

    private final Wording wording;

    private Phrases(Wording wording) {
        this.wording = wording;
    }

    /** In their order, those that are asked for last. */
    static List<Phrase> of(Wording wording) {
        var finder = new Phrases(wording);
        var phrases = new ArrayList<Phrase>();
        for (int at = 0; at < wording.size(); ) {
            var end = finder.end(at);
            finder.phrase(at, end).ifPresent(phrases::add);
            at = Math.max(end, at + 1);
        }
        phrases.sort(Comparator.comparing(Phrase::asked));
        return phrases;
    }

    /** Where the run of words ends that starts here; here when none does. */
    private int end(int start) {
        int at = isDeterminer(start) ? start + 1 : start;
        if (!hasTopic(at)) return start;
        while (true) {
            at++;
            if (wording.at(at - 1).pause() != Word.Pause.NONE) return at;
            if (hasTopic(at)) continue;
            var next = isDeterminer(at + 1) ? at + 2 : at + 1;
            if (!links(at) || !hasTopic(next)) return at;
            at = next;
        }
    }

    private boolean links(int at) {
        return wording.is(at, word -> word.lower().equals("of"))
                || wording.is(at, word -> word.lower().equals("and"))
                        && wording.is(at - 1, Word::isCapitalised)
                        && wording.is(at + 1, Word::isCapitalised);
    }

    private Optional<Phrase> phrase(int start, int end) {
        if (start == end || isCommand(start, end)) return Optional.empty();
        var from = isDeterminer(start) ? start + 1 : start;
        var asked = isAsked(start, end);
        var first = !asked && startsWithVerb(start) ? start + 1 : start;
        var last = end - from > 1 && endsWithVerb(start, end) ? end - 1 : end;
        return first < last ? Optional.of(new Phrase(wording, first, last, asked)) : Optional.empty();
    }

    private boolean isAsked(int start, int end) {
        var amount = wording.is(start - 1, word -> word.in(AMOUNT))
                && wording.is(start - 2, word -> word.lower().equals("how"));
        var kind = wording.is(start - 1, word -> word.in(ASKING_FOR));
        var isSubject = wording.is(start - 1, word -> !word.lower().equals("what"));
        return amount || kind && (isSubject || wording.is(end, Word::isAuxiliary));
    }

    private boolean startsWithVerb(int start) {
        return wording.is(start - 1, word -> word.in(Grammar.QUESTION));
    }

    private boolean endsWithVerb(int start, int end) {
        var last = wording.at(end - 1);
        var stranded = end == wording.size() - 1 && wording.is(end, word -> word.in(Grammar.PREPOSITION));
        return stranded
                || wording.is(start - 1, word -> word.in(Grammar.DO) || word.in(Grammar.MODAL))
                || wording.is(start - 1, Word::isAuxiliary)
                        && (last.in(Grammar.PARTICIPLE) || last.lower().matches(".+(?:ed|ing)"));
    }

    /** As in "Explain the …". */
    private boolean isCommand(int start, int end) {
        return start == 0 && end == 1 && (isDeterminer(1) || wording.is(1, word -> word.in(Grammar.QUESTION)));
    }

    private boolean isDeterminer(int at) {
        return wording.is(at, word -> word.in(Grammar.DETERMINER));
    }

    private boolean hasTopic(int at) {
        return wording.is(at, Word::hasTopic);
    }
}
