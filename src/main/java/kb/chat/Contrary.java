package kb.chat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the sentence nearest to an English question says the contrary: it denies nothing where the question asks what is not so,
 * or calls something the first of which the question asks for the last.
 *
 * <p>Such a sentence is near in words and meaning, and answers another question. Negation and antonyms make three of ten questions
 * that people wrote to look answerable (Rajpurkar, Jia, Liang: "Know What You Don't Know", 2018, table 2).
 */
final class Contrary {
    private static final Pattern WHAT_NOT = Pattern.compile("(?i)^\\W*(?:(?:in|on|at|of|for|to|from|by) )?"
            + "(?:who|whom|what|which|where|when)\\b(?:(?!\\b(?:if|when|while|because|unless|although|that)\\b).)+?"
            + "(?:\\b(?:not|never|no|nobody|nothing)\\b|n['\\u2019]t\\b)");
    private static final Pattern DENIES = Pattern.compile(
            "(?i)\\b(?:no|not|never|none|nobody|nothing|neither|nor|without|only|avoid\\w*|prevent\\w*|"
                    + "except\\w*|cannot|unable|lack\\w*|fail\\w*|refus\\w*|exclud\\w*|prohibit\\w*|forbid\\w*|instead|rather|un(?!der|til|i[oqtv])\\w{3,})\\b|n['\\u2019]t\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Map<String, List<String>> OPPOSITES = opposites("""
            first earliest/last latest, early earlier/late later, oldest/youngest newest, older/younger newer, ancient/modern,
            largest biggest/smallest, larger bigger/smaller, most/least fewest, highest/lowest, longest/shortest,
            widest/narrowest, deepest/shallowest, nearest/farthest, heaviest/lightest, hottest warmest/coldest,
            fastest quickest/slowest, cheapest/dearest, best/worst, strongest/weakest, simplest/complex,
            maximum maximal/minimum minimal, majority/minority, rise rises rose/fall falls fell,
            increase increases increased/decrease decreases decreased, import imports imported/export exports exported,
            buy bought/sell sold, win won/lose lost, allowed/forbidden, internal/external, inner/outer, upper/lower,
            north/south, east/west, northern/southern, eastern/western, male/female, legal/illegal,
            optional voluntary/mandatory compulsory, temporary/permanent""");

    private final String question;

    Contrary(String question) {
        this.question = question;
    }

    /** What is wrong with a sentence, if anything. */
    Optional<String> in(String sentence) {
        if (WHAT_NOT.matcher(question).find() && !DENIES.matcher(sentence).find())
            return Optional.of("no sentence near the question tells what is not so");
        var asked = words(question);
        var said = words(sentence);
        for (var word : asked) {
            if (said.contains(word)) continue;
            for (var opposite : OPPOSITES.getOrDefault(word, List.of()))
                if (said.contains(opposite) && !asked.contains(opposite))
                    return Optional.of(
                            "the sentence nearest to the question says “%s”, not “%s”".formatted(opposite, word));
        }
        return Optional.empty();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, List<String>> opposites(String text) {
        var opposites = new HashMap<String, List<String>>();
        for (var pair : text.strip().split(",\\s*")) {
            var sides = pair.split("/");
            var one = List.of(sides[0].split(" "));
            var other = List.of(sides[1].split(" "));
            for (var word : one) opposites.put(word, other);
            for (var word : other) opposites.put(word, one);
        }
        return opposites;
    }
}
