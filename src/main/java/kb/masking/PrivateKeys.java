package kb.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.pages.Span;

/** Private keys in PEM, whole or in part: a text may begin in the middle of a key, or be all of it. */
final class PrivateKeys {
    private static final Pattern BEGIN = mark("BEGIN");
    private static final Pattern END = mark("END");
    /** Lines of Base64, each as long as the other. */
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9+/]{64}\\s++");

    private static final Pattern LAST_LINE = Pattern.compile("[A-Za-z0-9+/]*+={0,2}+");
    private static final int LEAST_BEFORE_END = 16;

    private PrivateKeys() {}

    private static Pattern mark(String word) {
        return Pattern.compile("-----" + word + " [A-Z\\s]{0,30}PRIVATE\\s{1,8}KEY-----");
    }

    static Stream<Span> in(String text) {
        return Stream.of(begun(text), ended(text), lines(text)).flatMap(List::stream);
    }

    private static List<Span> begun(String text) {
        var spans = new ArrayList<Span>();
        var begin = BEGIN.matcher(text);
        var end = END.matcher(text);
        for (int from = 0; begin.find(from); ) {
            from = end.find(begin.end()) ? end.end() : text.length();
            spans.add(new Span(begin.start(), from));
        }
        return spans;
    }

    private static List<Span> ended(String text) {
        var spans = new ArrayList<Span>();
        for (var end = END.matcher(text); end.find(); ) {
            int start = end.start();
            while (start > 0 && isInside(text.charAt(start - 1))) start--;
            if (end.start() - start >= LEAST_BEFORE_END) spans.add(new Span(start, end.end()));
        }
        return spans;
    }

    private static boolean isInside(char letter) {
        return letter < 128 && (Character.isLetterOrDigit(letter) || Character.isWhitespace(letter))
                || "+/=".indexOf(letter) >= 0;
    }

    private static List<Span> lines(String text) {
        var spans = new ArrayList<Span>();
        var line = LINE.matcher(text);
        for (int from = 0; from < text.length() && line.find(from); ) {
            var start = line.start();
            from = line.end();
            int lines = 1;
            for (; line.region(from, text.length()).lookingAt(); lines++) from = line.end();
            if (lines > 1) spans.add(new Span(start, lastLine(text, from)));
        }
        return spans;
    }

    private static int lastLine(String text, int from) {
        var last = LAST_LINE.matcher(text).region(from, text.length());
        return last.lookingAt() ? last.end() : from;
    }
}
