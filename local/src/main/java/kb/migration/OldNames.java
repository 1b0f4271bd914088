package kb.migration;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kb.documents.Filename;

/** What the old service's file names become here: one name each, and no two the same. */
final class OldNames {
    private static final int ROOM = 240;

    private final Set<String> taken = new HashSet<>();

    /** @param old all names, in an order that is the same each time */
    OldNames(TreeSet<String> old) {
        // those that can stay as they are come first
        old.stream().filter(name -> name.equals(cleaned(name))).forEach(taken::add);
    }

    /** Absent when nothing of it makes a name. */
    Optional<Filename> of(String old) {
        var cleaned = cleaned(old);
        if (Filename.complaint(cleaned).isPresent()) return Optional.empty();
        if (old.equals(cleaned)) return Optional.of(new Filename(cleaned));
        var free = cleaned;
        for (int i = 2; !taken.add(free); i++) free = numbered(cleaned, i);
        return Optional.of(new Filename(free));
    }

    private static String cleaned(String old) {
        var composed = Normalizer.normalize(old, Normalizer.Form.NFC);
        var line = composed.replaceAll("[/\\\\]", "-")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
        return line.length() <= 255
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, ROOM)));
    }

    private static String numbered(String name, int number) {
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var room = stem.length() <= ROOM ? stem : stem.substring(0, ROOM);
        return "%s (%d)%s".formatted(room, number, dot > 0 ? name.substring(dot) : "");
    }
}
