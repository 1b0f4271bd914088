package kb.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits text into sentences, by rules for English that do little harm to other languages. */
public final class Sentences {
    /** Longer ones are cut: a table without full stops is one endless sentence. */
    public static final int LONGEST = 600;

    private static final Pattern END = Pattern.compile("""
            (?x) (?=[.!?…])(?<![.!?…]) [.!?…]+ ["'”’»)\\]]* (?=\\s)    # a full stop, with the quotes and brackets it closes
            | [。！？]+ [」』）”’]*                        # Chinese and Japanese need no space after it
            | (?=\\n\\h*\\n)                             # a blank line
            | (?=\\n)(?<=\\t[^\\n]{0,200}) | (?=\\n[^\\n\\t]{0,200}\\t)    # a row of a table; looked behind at line ends only
            | (?=\\n\\h* (?: [•▪◦‣●■✓➢]\\s | \\(?(?:\\d{1,2}|[a-zA-Z])[.)]\\h ))    # a list's mark
            | (?<=[.:;])\\h*(?=\\n\\h*[-–—*]\\h)""");

    private static final Set<String> NEVER_LAST = words("""
            mr mrs ms dr prof st messrs gen col sen rep gov hon rev capt lt sgt vs e.g i.e cf viz approx ca fig
            figs eq vol pp ed eds ph.d al""");
    private static final Set<String> BEFORE_NUMBER = words("""
            no nos art sec ch p par jan feb mar apr jun jul aug sep sept oct nov dec""");
    private static final Set<String> SELDOM_LAST = words("""
            inc corp co ltd llc bros jr sr u.s u.k u.n e.u d.c a.m p.m etc""");
    private static final Set<String> STARTERS = words("""
            the a an in on at as it its this that these those we he she they our their his her you i however but
            and for by if when while there to after although""");

    private Sentences() {}

    /** In order, without overlap, trimmed; everything but white space is in one of them. */
    public static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        var start = 0;
        var end = END.matcher(text);
        while (end.find()) {
            if (!ends(text, start, end)) continue;
            add(spans, text, start, end.end());
            start = end.end();
        }
        add(spans, text, start, text.length());
        return spans;
    }

    private static boolean ends(String text, int start, Matcher end) {
        if (end.group().isBlank() || end.group().codePointAt(0) > 0x3000) return true;
        var rest = text.substring(end.end(), Math.min(text.length(), end.end() + 40));
        var next = rest.strip();
        if (next.isEmpty()) return true;
        if (Character.isLowerCase(next.codePointAt(0))) return false;
        if (!end.group().equals(".")) return true;
        var word = lastWord(text, start, end.start());
        var marksList = word.matches("\\d{1,3}|[a-zA-Z]") && isBlank(text, start, end.start() - word.length());
        return !marksList && !abbreviates(word, next);
    }

    /** @param word what stands before the full stop @param next what follows it */
    private static boolean abbreviates(String word, String next) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (NEVER_LAST.contains(lower)) return true;
        if (BEFORE_NUMBER.contains(lower) && Character.isDigit(next.charAt(0))) return true;
        var initial = word.matches("\\p{Lu}(\\.\\p{Lu})*");
        return (initial || SELDOM_LAST.contains(lower)) && !STARTERS.contains(firstWord(next));
    }

    private static String lastWord(String text, int from, int to) {
        var start = to;
        while (start > from && isOfWord(text.charAt(start - 1)) && to - start < 20) start--;
        return text.substring(start, to);
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '.';
    }

    private static boolean isBlank(String text, int from, int to) {
        return to - from < 5 && text.substring(from, to).isBlank();
    }

    private static Set<String> words(String list) {
        return Set.of(list.split("\\s+"));
    }

    private static String firstWord(String text) {
        return text.split("[^\\p{L}]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static void add(List<Span> spans, String text, int from, int to) {
        var rest = trimmed(text, from, to);
        while (rest.length() > LONGEST) {
            var cut = cut(text, rest.start());
            spans.add(trimmed(text, rest.start(), cut));
            rest = trimmed(text, cut, rest.end());
        }
        if (rest.length() > 0) spans.add(rest);
    }

    private static Span trimmed(String text, int from, int to) {
        var start = from;
        var end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        return new Span(start, end);
    }

    /** After the last comma or semicolon of the second half, else the last space, else wherever no character is halved. */
    private static int cut(String text, int start) {
        for (int i = start + LONGEST; i > start + LONGEST / 2; i--) {
            if (",;:\n".indexOf(text.charAt(i - 1)) >= 0 && Character.isWhitespace(text.charAt(i))) return i;
        }
        for (int i = start + LONGEST; i > start; i--) if (Character.isWhitespace(text.charAt(i))) return i;
        return Character.isLowSurrogate(text.charAt(start + LONGEST)) ? start + LONGEST - 1 : start + LONGEST;
    }
}
