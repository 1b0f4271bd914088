package kb.masking;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.pages.Span;

/**
 * Numbers by which states know a person: social security numbers of the United States, Britain and France; ids of Spain, Italy and
 * Brazil. All but the first two have check digits, which must be right; those two stand on two lines at most.
 */
final class NationalIds {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final String GAP = Gaps.ONE + "?";
    private static final String DOT = "\\." + Gaps.BREAK + "?";

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    alone(Gaps.HYPHENED, "(?!000|666|9)\\d{3}", "(?!00)\\d{2}", "(?!0000)\\d{4}"),
                    NationalIds::isOnTwoLines),
            new Kind(
                    alone(
                            Gaps.SPACED,
                            "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]",
                            "\\d{2}",
                            "\\d{2}",
                            "\\d{2}",
                            "[A-D]"),
                    NationalIds::isOnTwoLines),
            new Kind(
                    alone(
                            GAP,
                            "[12]",
                            "\\d{2}",
                            "(?:0[1-9]|1[0-2]|[2-9]\\d)",
                            "(?:\\d{2}|2[AB])",
                            "\\d{3}",
                            "\\d{3}",
                            "\\d{2}"),
                    NationalIds::isFrench),
            new Kind(
                    alone(Gaps.HYPHENED + "?", "(?:\\d{8}|[XYZ]" + Gaps.HYPHENED + "?\\d{7})", "[A-HJ-NP-TV-Z]"),
                    NationalIds::isSpanish),
            new Kind(
                    alone(GAP, "[A-Z]{3}", "[A-Z]{3}", "\\d{2}[A-EHLMPRST]\\d{2}", "[A-Z]\\d{3}[A-Z]"),
                    NationalIds::isItalian),
            new Kind(
                    alone(Gaps.HYPHENED, String.join(DOT, "\\d{3}", "\\d{3}", "\\d{3}"), "\\d{2}"),
                    NationalIds::isBrazilian));

    private NationalIds() {}

    private static Pattern alone(String gap, String... groups) {
        return Kind.alone(String.join(gap, groups));
    }

    static Stream<Span> in(String text) {
        return Stream.concat(KINDS.stream().flatMap(kind -> kind.in(text).stream()), Ibans.in(text));
    }

    private static boolean isOnTwoLines(String written) {
        return written.lines().filter(line -> !line.isBlank()).count() <= 2;
    }

    private static String letters(String written) {
        return written.replaceAll("[^A-Z0-9]", "");
    }

    private static boolean isFrench(String written) {
        var number = letters(written);
        var person = number.substring(0, 13).replace("2A", "19").replace("2B", "18");
        var key = new BigInteger(number.substring(13));
        return NINETY_SEVEN.subtract(new BigInteger(person).mod(NINETY_SEVEN)).equals(key);
    }

    private static boolean isSpanish(String written) {
        var id = letters(written);
        var digits = id.substring(0, id.length() - 1)
                .replace('X', '0')
                .replace('Y', '1')
                .replace('Z', '2');
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == id.charAt(id.length() - 1);
    }

    private static boolean isItalian(String written) {
        var code = letters(written);
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            var value = Character.getNumericValue(code.charAt(i));
            var place = value < 10 ? value : value - 10;
            sum += i % 2 == 1 ? place : ODD[place];
        }
        return 'A' + sum % 26 == code.charAt(15);
    }

    /** What a digit or letter counts at an odd place of an Italian code. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private static boolean isBrazilian(String written) {
        var digits = letters(written);
        return digits.chars().distinct().count() > 1
                && check(digits, 9) == digits.charAt(9) - '0'
                && check(digits, 10) == digits.charAt(10) - '0';
    }

    private static int check(String digits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) sum += (digits.charAt(i) - '0') * (length + 1 - i);
        return sum * 10 % 11 % 10;
    }
}
