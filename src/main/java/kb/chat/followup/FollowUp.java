package kb.chat.followup;

import java.util.List;
import java.util.Optional;
import kb.chat.StandaloneQuestion;

/** By rule: a missing clause, the same of something else, a pronoun without its noun, a fragment in place of a part, in this order. */
public final class FollowUp implements StandaloneQuestion {
    private static final int LONGEST_BEFORE = 60;

    @Override
    public String of(String question, List<Turn> history) {
        if (history.isEmpty()) return question;
        var asked = Opening.without(Wording.of(question));
        var turn = history.getLast();
        var before = Opening.without(Wording.of(turn.understood())).lastSentence();
        if (asked.isEmpty() || before.size() > LONGEST_BEFORE || !before.has(Word::hasTopic)) return question;
        return Bare.of(asked)
                .map(bare -> bare.after(before))
                .or(() -> Likewise.of(asked).map(fragment -> fragment.within(before)))
                .or(() -> Optional.of(asked)
                        .flatMap(Reference::in)
                        .map(reference -> reference.resolved(before, Wording.of(turn.answer()))))
                .or(() -> Fragment.of(asked).map(fragment -> fragment.within(before)))
                .map(whole -> whole + "?")
                .orElse(question);
    }
}
