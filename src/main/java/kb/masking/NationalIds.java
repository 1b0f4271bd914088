package kb.masking;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.pages.Span;

/**
 * Numbers by which states and banks know a person: IBAN; social security numbers of the United States, Britain and France; ids of
 * Spain, Italy and Brazil. All but the first two of the three have check digits, which must be right.
 */
final class NationalIds {
    private static final String ALONE = "(?<![\\p{L}\\p{N}-])";
    private static final String ENDS = "(?![\\p{L}\\p{N}]|-\\d)";
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private static final Map<Pattern, Predicate<String>> KINDS = Map.of(
            pattern("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}"), _ -> true,
            pattern("(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]"),
                    _ -> true,
            pattern("[A-Z]{2}\\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)"), NationalIds::isIban,
            pattern("[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}"),
                    NationalIds::isFrench,
            pattern("(?:\\d{8}|[XYZ]-?\\d{7})-?[A-HJ-NP-TV-Z]"), NationalIds::isSpanish,
            pattern("[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]"), NationalIds::isItalian,
            pattern("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"), NationalIds::isBrazilian);

    private NationalIds() {}

    private static Pattern pattern(String id) {
        return Pattern.compile(ALONE + id + ENDS);
    }

    static Stream<Span> in(String text) {
        return KINDS.entrySet().stream().flatMap(kind -> kind.getKey()
                .matcher(text)
                .results()
                .filter(found -> kind.getValue().test(found.group().replaceAll("[ .-]", "")))
                .map(found -> new Span(found.start(), found.end())));
    }

    private static boolean isIban(String iban) {
        if (iban.length() < 15 || iban.length() > 34) return false;
        return number(iban.substring(4) + iban.substring(0, 4))
                        .mod(NINETY_SEVEN)
                        .intValue()
                == 1;
    }

    /** Letters count as 10 and more. */
    private static BigInteger number(String text) {
        return new BigInteger(text.chars()
                .mapToObj(character -> Integer.toString(Character.getNumericValue(character)))
                .collect(Collectors.joining()));
    }

    private static boolean isFrench(String number) {
        var person = number.substring(0, 13).replace("2A", "19").replace("2B", "18");
        var key = new BigInteger(number.substring(13));
        return NINETY_SEVEN.subtract(new BigInteger(person).mod(NINETY_SEVEN)).equals(key);
    }

    private static boolean isSpanish(String id) {
        var digits = id.substring(0, id.length() - 1)
                .replace('X', '0')
                .replace('Y', '1')
                .replace('Z', '2');
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == id.charAt(id.length() - 1);
    }

    private static boolean isItalian(String code) {
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

    private static boolean isBrazilian(String digits) {
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
