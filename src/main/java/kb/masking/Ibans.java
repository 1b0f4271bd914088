package kb.masking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.pages.Span;

/** International bank account numbers: as long as their country has them, in any groups, and with the right check digits. */
final class Ibans {
    private static final Map<String, Integer> LENGTHS = Pattern.compile("\\s+")
            .splitAsStream("""
                    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
                    ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
                    LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29
                    PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
                    YE30""")
            .collect(Collectors.toUnmodifiableMap(
                    country -> country.substring(0, 2), country -> Integer.valueOf(country.substring(2))));

    /** What follows is looked for in as many letters as the country has, and no more. */
    private static final Map<Integer, Pattern> LOOKS = LENGTHS.values().stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Ibans::look));

    private static final Pattern BEGINS = Pattern.compile("[A-Z]{2}(?=\\d{2})");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Ibans() {}

    private static Pattern look(int length) {
        return Kind.alone("[A-Z]{2}\\d{2}(?:" + Gaps.ONE + "?[A-Z0-9]){" + (length - 4) + "}");
    }

    static Stream<Span> in(String text) {
        var spans = new ArrayList<Span>();
        var begins = BEGINS.matcher(text);
        while (begins.find()) {
            var length = LENGTHS.get(begins.group());
            if (length != null) spans.addAll(from(begins.start(), text, LOOKS.get(length)));
        }
        return spans.stream();
    }

    private static List<Span> from(int start, String text, Pattern look) {
        var found = look.matcher(text).useTransparentBounds(true).region(start, text.length());
        if (!found.lookingAt() || !isRight(found.group().replaceAll("[^A-Z0-9]", ""))) return List.of();
        return List.of(new Span(start, found.end()));
    }

    private static boolean isRight(String iban) {
        var turned = iban.substring(4) + iban.substring(0, 4);
        return number(turned).mod(NINETY_SEVEN).intValue() == 1;
    }

    /** Letters count as 10 and more. */
    private static BigInteger number(String text) {
        return new BigInteger(text.chars()
                .mapToObj(character -> Integer.toString(Character.getNumericValue(character)))
                .collect(Collectors.joining()));
    }
}
