package kb.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question puts in quotation marks: it is to be found word for word.
 *
 * <p>No engine is asked for a phrase. They find chunks by the words, and whether a chunk's text holds the phrase is seen here, so that
 * every index does alike. Upper case, accents, spaces and the ends of lines make no difference.
 */
record QuotedPhrases(List<String> phrases) {
    static final QuotedPhrases NONE = new QuotedPhrases(List.of());

    private static final int MOST = 8;
    /** Enough to come before all that hold none: of {@link ExactFirst#WEIGHT} it is more than the rest of a score. */
    private static final double ONE = 0.7;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"|[“„”]([^“”„]+)[“”]|«([^»]+)»|»([^«]+)«");
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[-./_@&:',][\\p{L}\\p{M}\\p{N}]++)*+|[§%‰°+#$€£]");
    private static final Pattern LINE_END = Pattern.compile("[-\\u2010][^\\S\\n]*\\n\\s*");

    QuotedPhrases {
        phrases = List.copyOf(phrases);
    }

    static QuotedPhrases in(String question) {
        var phrases = new ArrayList<String>();
        var quoted = QUOTED.matcher(question);
        while (quoted.find() && phrases.size() < MOST) {
            for (int group = 1; group <= quoted.groupCount(); group++) {
                if (quoted.group(group) == null) continue;
                if (quoted.group(group).codePoints().anyMatch(Character::isLetterOrDigit))
                    phrases.add(quoted.group(group));
            }
        }
        return new QuotedPhrases(phrases);
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** All of them, for an index to find by their words. */
    String words() {
        return String.join("\n", phrases);
    }

    /** 0 for a text that holds none of the phrases, 1 for one that holds them all, and at least {@value #ONE} for one of them. */
    double share(String text) {
        var plain = Analyser.plain(text);
        var readings = Set.of(
                spaced(LINE_END.matcher(plain).replaceAll("-")),
                spaced(LINE_END.matcher(plain).replaceAll("")) + " ");
        var found = new HashSet<String>();
        for (var phrase : phrases) {
            var wanted = wanted(phrase);
            if (readings.stream().anyMatch(reading -> reading.contains(wanted))) found.add(phrase);
        }
        var held = (double) found.size() / new HashSet<>(phrases).size();
        return held == 0 ? 0 : ONE + (1 - ONE) * held;
    }

    /** Where words are written without spaces a phrase may begin anywhere. */
    private static String wanted(String phrase) {
        var spaced = spaced(Analyser.plain(phrase));
        return spaced.codePoints().anyMatch(Compound::isUnspaced) ? spaced.strip() : spaced;
    }

    private static String spaced(String plain) {
        var words = new StringBuilder(" ");
        for (var word = WORD.matcher(plain); word.find(); )
            words.append(word.group()).append(' ');
        return words.toString();
    }
}
