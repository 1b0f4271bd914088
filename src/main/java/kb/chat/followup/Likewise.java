package kb.chat.followup;

import java.util.Optional;
import java.util.Set;

/** What was asked before, asked of something else: "The same for a lost key?", "Does that apply to children too?". */
final class Likewise {
    private static final Set<String> SAYS_SO =
            Set.of("same", "true", "apply", "applies", "hold", "holds", "goes", "valid");
    private static final Set<String> BESIDE = Set.of(
            "and", "but", "so", "is", "are", "was", "does", "do", "did", "the", "it", "that", "this", "also", "still",
            "thing", "case", "rule");
    private static final Set<String> OF = Set.of("for", "of", "to", "with");
    private static final Set<String> TOO = Set.of("too", "also");

    private Likewise() {}

    static Optional<Fragment> of(Wording question) {
        var start = question.first(word -> !word.in(BESIDE) && !word.in(SAYS_SO));
        if (!question.part(0, start).has(word -> word.in(SAYS_SO))) return Optional.empty();
        var rest = withoutToo(question.after(start));
        if (!rest.is(0, word -> word.in(Grammar.PREPOSITION)) || !rest.has(Word::hasTopic)) return Optional.empty();
        if (rest.has(word -> word.isAuxiliary() || word.in(Grammar.QUESTION))) return Optional.empty();
        return Optional.of(
                rest.at(0).in(OF)
                        ? new Fragment(Optional.empty(), rest.after(1))
                        : new Fragment(Optional.of(rest.at(0)), rest.after(1)));
    }

    private static Wording withoutToo(Wording rest) {
        return rest.is(rest.size() - 1, word -> word.in(TOO)) ? rest.part(0, rest.size() - 1) : rest;
    }
}
