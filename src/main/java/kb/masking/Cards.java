package kb.masking;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.pages.Span;

/**
 * Numbers of payment cards: an issuer's first digits, written in the usual groups or in none, and the check digit right.
 *
 * <p>Groups may be parted by the end of a line. Numbers one below the other, as long as each other and each alone on its line, are a
 * column and no card.
 */
final class Cards {
    private static final String ALONE = "(?=\\d)(?<!" + Kind.LETTER + "|[\\p{N}/+-]|\\d[.,])";
    private static final String ENDS = "(?![\\p{L}\\p{N}]|[.,/-]\\d)";
    private static final String FOURS = "\\d{4}(?:" + Gaps.ONE + "\\d{4}){3}";

    /** Each is looked for on its own: what is too long for a card may begin with one. */
    private static final List<Pattern> WRITTEN = Stream.of(
                    "\\d{13,19}",
                    "\\d{2,17}" + Gaps.LINE_END + "\\d{2,17}",
                    FOURS,
                    FOURS + Gaps.ONE + "\\d{1,3}",
                    "\\d{4}" + Gaps.ONE + "\\d{6}" + Gaps.ONE + "\\d{4,5}")
            .map(look -> Pattern.compile(ALONE + look + ENDS))
            .toList();

    /** Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro. */
    private static final Pattern ISSUER = Pattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})"
            + "|(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}"
            + "|3[47]\\d{13}"
            + "|(?:6011|65\\d{2}|64[4-9]\\d)\\d{12}"
            + "|3(?:0[0-5]|[689]\\d)\\d{11}"
            + "|35\\d{14}"
            + "|62\\d{14,17}"
            + "|(?:5018|5020|5038|6304|6759|676[123])\\d{8,15}");

    private Cards() {}

    static Stream<Span> in(String text) {
        return WRITTEN.stream()
                .flatMap(look -> new Kind(look, Cards::isCard).in(text).stream())
                .filter(span -> !isColumn(text, span));
    }

    private static boolean isCard(String written) {
        var digits = written.replaceAll("\\D", "");
        return ISSUER.matcher(digits).matches()
                && luhn(digits)
                && digits.chars().distinct().count() > 1;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            if (i % 2 == 0) sum += digit;
            else sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isColumn(String text, Span span) {
        var lines = text.substring(span.start(), span.end())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.size() > 1
                && lines.stream()
                        .allMatch(line -> line.matches("\\d+")
                                && line.length() == lines.getFirst().length())
                && text.substring(lineStart(text, span.start()), span.start()).isBlank()
                && text.substring(span.end(), lineEnd(text, span.end())).isBlank();
    }

    private static int lineStart(String text, int place) {
        return text.lastIndexOf('\n', place - 1) + 1;
    }

    private static int lineEnd(String text, int place) {
        var end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end;
    }
}
