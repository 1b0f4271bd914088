package kb.chat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The numbers of a text, however they are punctuated: 1,450 and 1450 are one, 4.50 and 4,5 too. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,'’\\x{A0}\\x{202F}]\\p{Nd}+)*");
    private static final Pattern THOUSANDS = Pattern.compile("[.,](?=\\p{Nd}{3}(?!\\p{Nd}))");

    private Numbers() {}

    static Set<String> of(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(number -> plain(number.group()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String number) {
        var joined =
                THOUSANDS.matcher(number.replaceAll("['’\\x{A0}\\x{202F}]", "")).replaceAll("");
        var points = joined.replace(',', '.');
        return points.contains(".") ? points.replaceAll("0+$", "").replaceAll("\\.$", "") : points;
    }
}
