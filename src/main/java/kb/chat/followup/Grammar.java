package kb.chat.followup;

import java.util.HashSet;
import java.util.Set;

/** The closed classes of English words: those that carry a sentence and no topic. */
final class Grammar {
    static final Set<String> QUESTION = words("what who whom whose which when where why how");
    static final Set<String> BE = words("is are was were am be been being");
    static final Set<String> DO = words("do does did");
    static final Set<String> MODAL = words("can could will would shall should may might must cannot");
    static final Set<String> AUXILIARY = joined(BE, DO, MODAL, words("has have had"));
    static final Set<String> PREPOSITION = words(
            "in on at of for from to by with without about into onto over under"
                    + " between among during since until till before after through within against per across around behind below"
                    + " above near than as like via out off up down away toward towards upon throughout despite besides except including");
    static final Set<String> DETERMINER = words("the a an some any each every both either neither no");
    /** Those that do not end in "ed". */
    static final Set<String> PARTICIPLE = words("begun bought broken brought built called caught chosen cut done drawn"
            + " driven felt found given grown held hidden hurt kept known laid led left lent lost made meant met paid put"
            + " read run said seen sent set shown shut sold spent spoken stolen taken taught told thought understood won"
            + " worn written");

    static final Set<String> DEMONSTRATIVE = words("this that these those");
    static final Set<String> PERSONAL = words("it they them he him she her");
    static final Set<String> POSSESSIVE = words("its their his her");
    static final Set<String> AMOUNT = words("many much more");
    static final Set<String> PLURAL = words("they them their these those");
    /** Of people only. */
    static final Set<String> HUMAN = words("he him his she her");

    static final Set<String> COORDINATOR = words("and or but so");
    /** Begin a clause of their own. */
    static final Set<String> SUBORDINATOR = words("when if because while although though unless whether that who which"
            + " where whereas after before until since once and but or so as");

    /** Where a clause may follow, or a mere noun. */
    static final Set<String> PREPOSITION_OR_SUBORDINATOR = words("after before until since as");

    /** Times that are told from now, not from what was said. */
    static final Set<String> NOW = words("year month week day days morning evening afternoon night weekend century"
            + " time times document documents page text file knowledge");

    private static final Set<String> ADVERB = words("not also too else then now still exactly ever even just only again"
            + " there here more much many most further really precisely quite very instead therefore");
    static final Set<String> SPEAKERS = words("i you we us me my your our");
    /** What is said to keep somebody talking. */
    private static final Set<String> TALK = words("please tell explain elaborate say give show detail details example"
            + " examples continue go ok okay thanks thank yes yeah sure great good well hm hmm oh right meant mean");

    /** Ask for more of what was asked before. */
    static final Set<String> MORE = words("more further elaborate explain continue example examples detail details");

    private static final Set<String> WITHOUT_TOPIC = joined(
            QUESTION,
            AUXILIARY,
            PREPOSITION,
            DETERMINER,
            DEMONSTRATIVE,
            PERSONAL,
            POSSESSIVE,
            COORDINATOR,
            SUBORDINATOR,
            ADVERB,
            SPEAKERS);

    private Grammar() {}

    static boolean hasTopic(String word) {
        return !WITHOUT_TOPIC.contains(word) && !word.endsWith("n't");
    }

    static boolean isTalk(String word) {
        return TALK.contains(word) || !hasTopic(word);
    }

    static boolean isAuxiliary(String word) {
        return AUXILIARY.contains(word) || word.endsWith("n't");
    }

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }

    @SafeVarargs
    private static Set<String> joined(Set<String>... sets) {
        var all = new HashSet<String>();
        for (var set : sets) all.addAll(set);
        return Set.copyOf(all);
    }
}
