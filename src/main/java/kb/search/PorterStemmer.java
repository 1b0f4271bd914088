package kb.search;

import java.util.List;
import java.util.function.Predicate;

/**
 * Cuts English words to their stems, after M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980.
 *
 * <p>As in the author's own program, words of one or two letters stay as they are. Words are lower-case a to z.
 */
final class PorterStemmer {
    private static final List<Rule> STEP_2 =
            rules("ational ate, tional tion, enci ence, anci ance, izer ize, abli able,"
                    + " alli al, entli ent, eli e, ousli ous, ization ize, ation ate, ator ate, alism al, iveness ive,"
                    + " fulness ful, ousness ous, aliti al, iviti ive, biliti ble");
    private static final List<Rule> STEP_3 = rules("icate ic, ative -, alize al, iciti ic, ical ic, ful -, ness -");
    private static final List<Rule> STEP_4 = rules("al -, ance -, ence -, er -, ic -, able -, ible -, ant -, ement -,"
            + " ment -, ent -, ion -, ou -, ism -, ate -, iti -, ous -, ive -, ize -");

    private PorterStemmer() {}

    static String stem(String word) {
        if (word.length() <= 2) return word;
        var stem = yToI(pastAndGerund(plural(word)));
        stem = replace(stem, STEP_2, before -> measure(before) > 0);
        stem = replace(stem, STEP_3, before -> measure(before) > 0);
        stem = replace(stem, STEP_4, before -> measure(before) > 1);
        return doubleL(finalE(stem));
    }

    /** Step 1a. */
    private static String plural(String word) {
        if (word.endsWith("sses") || word.endsWith("ies")) return cut(word, 2);
        return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    /** Step 1b. */
    private static String pastAndGerund(String word) {
        if (word.endsWith("eed")) return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        if (word.endsWith("ed") && hasVowel(cut(word, 2))) return repaired(cut(word, 2));
        if (word.endsWith("ing") && hasVowel(cut(word, 3))) return repaired(cut(word, 3));
        return word;
    }

    private static String repaired(String stem) {
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) return stem + "e";
        if (endsDouble(stem) && "lsz".indexOf(last(stem)) < 0) return cut(stem, 1);
        return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
    }

    /** Step 1c. */
    private static String yToI(String word) {
        return word.endsWith("y") && hasVowel(cut(word, 1)) ? cut(word, 1) + "i" : word;
    }

    /** Steps 2 to 4: of the suffixes that fit, the longest alone is tried. */
    private static String replace(String word, List<Rule> rules, Predicate<String> allowed) {
        for (var rule : rules) {
            if (!word.endsWith(rule.suffix)) continue;
            var before = cut(word, rule.suffix.length());
            var fits = allowed.test(before) && (!rule.suffix.equals("ion") || "st".indexOf(last(before)) >= 0);
            return fits ? before + rule.replacement : word;
        }
        return word;
    }

    /** Step 5a. */
    private static String finalE(String word) {
        if (!word.endsWith("e")) return word;
        var before = cut(word, 1);
        var measure = measure(before);
        return measure > 1 || measure == 1 && !endsShort(before) ? before : word;
    }

    /** Step 5b. */
    private static String doubleL(String word) {
        return word.endsWith("ll") && measure(cut(word, 1)) > 1 ? cut(word, 1) : word;
    }

    /** The paper's m: how often a vowel is followed by a consonant. */
    private static int measure(String stem) {
        var count = 0;
        for (int i = 1; i < stem.length(); i++) if (isConsonant(stem, i) && !isConsonant(stem, i - 1)) count++;
        return count;
    }

    /** The paper's *v*. */
    private static boolean hasVowel(String stem) {
        for (int i = 0; i < stem.length(); i++) if (!isConsonant(stem, i)) return true;
        return false;
    }

    /** The paper's *d. */
    private static boolean endsDouble(String stem) {
        var end = stem.length() - 1;
        return end > 0 && stem.charAt(end) == stem.charAt(end - 1) && isConsonant(stem, end);
    }

    /** The paper's *o: consonant, vowel, consonant, and the last one not w, x or y. */
    private static boolean endsShort(String stem) {
        var end = stem.length() - 1;
        return end >= 2
                && isConsonant(stem, end)
                && !isConsonant(stem, end - 1)
                && isConsonant(stem, end - 2)
                && "wxy".indexOf(last(stem)) < 0;
    }

    private static boolean isConsonant(String word, int index) {
        return switch (word.charAt(index)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> index == 0 || !isConsonant(word, index - 1);
            default -> true;
        };
    }

    private static char last(String stem) {
        return stem.isEmpty() ? ' ' : stem.charAt(stem.length() - 1);
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static List<Rule> rules(String table) {
        return List.of(table.split(", ")).stream()
                .map(row -> row.split(" "))
                .map(row -> new Rule(row[0], row[1].replace("-", "")))
                .sorted((one, other) -> other.suffix.length() - one.suffix.length())
                .toList();
    }

    private record Rule(String suffix, String replacement) {}
}
