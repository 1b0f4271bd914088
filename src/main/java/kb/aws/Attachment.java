package kb.aws;

import java.nio.charset.StandardCharsets;

/** A Content-Disposition that makes a browser save a file under its name, whatever the name is (RFC 6266, RFC 8187). */
final class Attachment {
    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private Attachment() {}

    static String named(String filename) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain(filename), encoded(filename));
    }

    /** For clients that know nothing better: what is not harmless ASCII becomes an underscore. */
    private static String plain(String filename) {
        return filename.replaceAll("[^\\x20-\\x7E]|[\"\\\\%/]", "_");
    }

    private static String encoded(String filename) {
        var text = new StringBuilder();
        for (var octet : filename.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (octet & 0xFF);
            if (plain(character)) text.append(character);
            else text.append("%%%02X".formatted((int) character));
        }
        return text.toString();
    }

    private static boolean plain(char character) {
        return character < 0x80
                && (Character.isLetterOrDigit(character) || ATTRIBUTE_CHARACTERS.indexOf(character) >= 0);
    }
}
