package kb.chat.followup;

import java.util.Set;

/** The "it" that stands for what follows: "is it possible to …", "how long does it take to …", "is it true that …". */
final class Expletive {
    private static final Set<String> VERBS = Set.of(
            "take", "takes", "took", "cost", "costs", "need", "needs", "require", "help", "helps", "matter", "mean",
            "happen", "make", "makes", "sense", "seem", "seems");
    private static final Set<String> MAKERS = Set.of("make", "makes", "made", "making", "find", "finds", "found");
    /** Passives that mostly have no doer in mind; others, such as "used to", speak of a thing. */
    private static final Set<String> IMPERSONAL = Set.of(
            "allowed",
            "permitted",
            "required",
            "forbidden",
            "prohibited",
            "recommended",
            "supposed",
            "advised",
            "needed",
            "expected",
            "intended");
    /** After these "to" is a preposition. */
    private static final Set<String> COMPARING = Set.of(
            "similar",
            "equal",
            "close",
            "due",
            "subject",
            "prior",
            "next",
            "relative",
            "relevant",
            "superior",
            "inferior",
            "identical",
            "parallel",
            "able",
            "likely",
            "going");

    private Expletive() {}

    static boolean is(Wording wording, int at) {
        if (!wording.at(at).lower().equals("it")) return false;
        var isSubject = at == 0 || wording.is(at - 1, before -> before.isAuxiliary() || before.in(MAKERS));
        if (!isSubject) return false;
        var rest = wording.after(at + 1);
        var clause =
                rest.first(word -> word.lower().equals("to") || word.lower().equals("that"));
        if (clause == 0 || clause >= rest.size() - 1) return false;
        return announces(wording, at, rest.at(clause - 1));
    }

    private static boolean announces(Wording wording, int at, Word last) {
        if (last.in(IMPERSONAL)) return true;
        if (last.in(COMPARING) || last.lower().endsWith("ed")) return false;
        var asksWithDo = wording.is(at - 1, word -> word.in(Grammar.DO) || word.in(Grammar.MODAL));
        return !asksWithDo || wording.after(at + 1).has(word -> word.in(VERBS));
    }
}
