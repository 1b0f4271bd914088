package kb.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns text into the tokens the keyword leg compares; the same for documents and for questions.
 *
 * <p>A token has no white space and at most {@value Compound#LONGEST} characters. A name such as {@code AES-256} is
 * found whole and by its parts.
 */
public final class Analyser {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern APOSTROPHE = Pattern.compile("[\\u2018\\u2019\\u02bc]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:'\\p{L}++){0,2}+");
    private static final Pattern LINE_END = Pattern.compile("[-\\u2010][^\\S\\n]*\\n\\s*");

    /** The classic 33, and what questions are made of: rare in documents, "what" would weigh the most. */
    private static final Set<String> STOP_WORDS = words("a an and are as at be but by for if in into is it no not of on"
            + " or such that the their then there these they this to was will with"
            + " can could did do does from had has have how its should were what when where which who whom whose why"
            + " would");

    /** Empty only for a text without a letter or a digit: when all are stop words, they stay. */
    public List<String> tokens(String text) {
        var plain = plain(text);
        var tokens = tokens(plain, STOP_WORDS);
        return tokens.isEmpty() ? tokens(plain, Set.of()) : tokens;
    }

    private static List<String> tokens(String plain, Set<String> stopWords) {
        var tokens = new ArrayList<String>();
        var compound = Compound.NONE;
        var start = 0;
        var end = 0;
        for (var word = WORD.matcher(plain); word.find(); end = word.end()) {
            var joiner = compound.isFull() ? "" : joiner(plain, end, word.start());
            if (joiner.isEmpty()) {
                add(compound, plain, start, end, tokens, stopWords);
                compound = Compound.NONE;
                start = word.start();
            }
            compound = compound.with(joiner, word.group());
        }
        add(compound, plain, start, end, tokens, stopWords);
        return List.copyOf(tokens);
    }

    private static void add(
            Compound compound, String plain, int start, int end, List<String> tokens, Set<String> stopWords) {
        compound.addTo(tokens, stopWords);
        if (start < end) Marks.addTo(tokens, plain, start, end, compound.whole());
    }

    /** What makes one name of the words left and right of a gap, or nothing. */
    private static String joiner(String plain, int from, int to) {
        if (to - from == 1) {
            var between = plain.charAt(from) == '\u2010' ? "-" : plain.substring(from, to);
            if ("-./_@&".contains(between)) return between;
            var inNumber = from > 0 && Character.isDigit(plain.charAt(from - 1)) && Character.isDigit(plain.charAt(to));
            return inNumber && ",:".contains(between) ? between : "";
        }
        return LINE_END.matcher(plain).region(from, to).matches() ? Compound.LINE_END : "";
    }

    /** Without accents, in small letters, with one way to write each character. */
    static String plain(String text) {
        return isAscii(text) ? withoutThousands(text.toLowerCase(Locale.ROOT)) : withoutThousands(folded(text));
    }

    /** Most texts, in which there is nothing to fold but the case. */
    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) if (text.charAt(at) >= 0x80) return false;
        return true;
    }

    private static String withoutThousands(String text) {
        return text.indexOf(',') < 0 ? text : THOUSANDS.matcher(text).replaceAll("");
    }

    private static String folded(String text) {
        var compatible = Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
        // by way of upper case, which alone makes "ß" and "SS" the same
        var folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var bare =
                MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
        var composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
        var letters = composed.replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace("æ", "ae")
                .replace("œ", "oe");
        return APOSTROPHE.matcher(letters).replaceAll("'");
    }

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }
}
