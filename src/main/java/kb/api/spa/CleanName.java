package kb.api.spa;

import java.util.Optional;
import java.util.regex.Pattern;
import kb.documents.Filename;

/** A file name as the replaced service kept it: the last part of a path, with nothing but word characters, spaces, hyphens and dots. */
final class CleanName {
    private static final Pattern DROPPED = Pattern.compile("[^\\w\\s.-]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST = 255;
    private static final int LONGEST_STEM = 250;

    private CleanName() {}

    /** Empty when nothing is left that may be a name. */
    static Optional<Filename> of(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var name = cut(DROPPED.matcher(last).replaceAll("").strip());
        return Filename.complaint(name).isPresent() ? Optional.empty() : Optional.of(new Filename(name));
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) return name;
        var dot = name.lastIndexOf('.');
        if (dot < 0 || name.length() - dot > LONGEST - LONGEST_STEM) return name.substring(0, LONGEST);
        return name.substring(0, Math.min(dot, LONGEST_STEM)) + name.substring(dot);
    }

    static boolean isPdf(String name) {
        return name.regionMatches(true, Math.max(0, name.length() - 4), ".pdf", 0, 4);
    }
}
