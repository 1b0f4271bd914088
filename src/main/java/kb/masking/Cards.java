package kb.masking;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.pages.Span;

/** Numbers of payment cards: an issuer's first digits, written in the usual groups or in none, and the check digit right. */
final class Cards {
    private static final Pattern CARD = Pattern.compile("""
            (?x) (?<![\\p{L}\\p{N}.,/+-]) (?: \\d{13,19}
            | \\d{4} (?<s>[\\x20\\x{A0}\\x{202F}-]) \\d{4} \\k<s> \\d{4} \\k<s> \\d{4} (?: \\k<s> \\d{1,3} )?
            | \\d{4} (?<t>[\\x20\\x{A0}\\x{202F}-]) \\d{6} \\k<t> \\d{4,5} ) (?! [\\p{L}\\p{N}] | [.,/-]\\d )""");

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
        return CARD.matcher(text)
                .results()
                .filter(found -> isCard(found.group().replaceAll("\\D", "")))
                .map(found -> new Span(found.start(), found.end()));
    }

    private static boolean isCard(String digits) {
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
}
