package kb.probes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a secret is written down. */
enum Spelling {
    PLAIN,
    UPPER_CASE,
    SPACE_BEFORE,
    SPACE_BEHIND,
    NULL_BEHIND,
    IN_BRACES,
    AS_URN,
    BEHIND_A_FOLDER,
    ESCAPED,
    ESCAPED_TWICE;

    /** As the application reads it. */
    String text(String secret) {
        return switch (this) {
            case PLAIN, ESCAPED -> secret;
            case UPPER_CASE -> secret.toUpperCase(Locale.ROOT);
            case SPACE_BEFORE -> " " + secret;
            case SPACE_BEHIND -> secret + " ";
            case NULL_BEHIND -> secret + "\0";
            case IN_BRACES -> "{" + secret + "}";
            case AS_URN -> "urn:uuid:" + secret;
            case BEHIND_A_FOLDER -> "../" + secret;
            case ESCAPED_TWICE -> escaped(secret);
        };
    }

    /** As it stands in the request line. */
    String wire(String secret) {
        if (this == ESCAPED) return escaped(secret);
        return URLEncoder.encode(text(secret), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Every byte of it. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (var one : text.getBytes(StandardCharsets.UTF_8))
            escaped.append('%').append("%02x".formatted(one & 0xff));
        return escaped.toString();
    }
}
