package kb.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kb.pages.Chunk;

/**
 * A section's title or number as an index compares it: the same in upper and lower case, however it is spaced, and with or
 * without a full stop at its end.
 *
 * @param digits hexadecimal, 32 of them whatever was written: no index ever reads the words as anything but a name
 */
public record SectionKey(String digits) {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern END = Pattern.compile("[\\s.:]+$");

    public SectionKey {
        if (!digits.matches("[0-9a-f]{32}")) throw new IllegalArgumentException("not the key of a section: " + digits);
    }

    public static SectionKey of(String name) {
        var compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var spaced = SPACE.matcher(folded).replaceAll(" ").strip();
        return new SectionKey(digest(END.matcher(spaced).replaceAll("")));
    }

    /** Of all sections that some of a chunk lies in: by number, by title, and by both as they are printed. */
    public static Set<SectionKey> of(Chunk chunk) {
        var keys = new LinkedHashSet<SectionKey>();
        for (var section : chunk.sections()) {
            var printed = section.number();
            var number = END.matcher(printed).replaceAll("");
            Stream.of(number, section.title(), number + " " + section.title(), printed + " " + section.title())
                    .filter(name -> !name.isBlank())
                    .forEach(name -> keys.add(of(name)));
        }
        return keys;
    }

    private static String digest(String name) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
