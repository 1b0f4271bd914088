package kb.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words written as one, such as {@code iso/iec-27001} or {@code u.s}; mostly a single one.
 *
 * @param joiners one before each word; the first is empty
 */
record Compound(List<String> words, List<String> joiners) {
    static final Compound NONE = new Compound(List.of(), List.of());
    static final int LONGEST = 64;
    /** A hyphen at a line's end belongs to the word or only to the line: both readings are indexed. */
    static final String LINE_END = "-\n";

    private static final Pattern ENGLISH = Pattern.compile("[a-z]++");
    /** Written without spaces between words, or with endings grown on: indexed as pairs of characters. */
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final int LONG_VOWEL_MARK = 'ー';

    /** No name is longer; a page of dots and letters stays cheap. */
    boolean isFull() {
        return words.size() == 16;
    }

    Compound with(String joiner, String word) {
        var bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return new Compound(and(words, bare.replace("'", "")), and(joiners, joiner));
    }

    /** The parts, then the whole, then the one word that an abbreviation or a broken word amounts to. */
    void addTo(List<String> tokens, Set<String> stopWords) {
        for (var word : words) if (!stopWords.contains(word)) addPart(word, tokens);
        if (words.size() < 2) return;
        var whole = whole();
        if (whole.length() <= LONGEST) tokens.add(whole);
        var one = isAbbreviation() ? String.join("", words) : joined(LINE_END, "");
        if (one.length() <= LONGEST && !one.equals(whole)) tokens.add(stem(one));
    }

    /** As it is written, a hyphen at a line's end being one. */
    String whole() {
        return joined(LINE_END, "-");
    }

    private boolean isAbbreviation() {
        return words.stream().allMatch(word -> word.length() == 1 && Character.isLetter(word.charAt(0)))
                && joiners.stream().skip(1).allMatch("."::equals);
    }

    private String joined(String joiner, String replacement) {
        var joined = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            joined.append(joiners.get(i).equals(joiner) ? replacement : joiners.get(i))
                    .append(words.get(i));
        }
        return joined.toString();
    }

    private static void addPart(String word, List<String> tokens) {
        for (int start = 0, end; start < word.length(); start = end) {
            var unspaced = isUnspaced(word.codePointAt(start));
            end = start;
            while (end < word.length() && isUnspaced(word.codePointAt(end)) == unspaced) {
                end = word.offsetByCodePoints(end, 1);
            }
            var run = word.substring(start, end);
            if (unspaced) addPairs(run, tokens);
            else tokens.add(stem(run.length() <= LONGEST ? run : shortened(run)));
        }
    }

    private static void addPairs(String run, List<String> tokens) {
        var characters = run.codePoints().mapToObj(Character::toString).toList();
        if (characters.size() == 1) tokens.add(run);
        for (int i = 1; i < characters.size(); i++) tokens.add(characters.get(i - 1) + characters.get(i));
    }

    static boolean isUnspaced(int character) {
        return character == LONG_VOWEL_MARK || UNSPACED.contains(UnicodeScript.of(character));
    }

    private static String stem(String word) {
        return ENGLISH.matcher(word).matches() ? PorterStemmer.stem(word) : word;
    }

    private static String shortened(String word) {
        var cut = Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return word.substring(0, cut);
    }

    private static List<String> and(List<String> list, String next) {
        if (list.isEmpty()) return List.of(next);
        var longer = new ArrayList<>(list);
        longer.add(next);
        return longer;
    }
}
