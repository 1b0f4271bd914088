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
        var characters = name.codePoints().toArray();
        if (characters.length <= LONGEST) return name;
        var dot = name.lastIndexOf('.');
        var stem = dot < 0 ? characters.length : name.codePointCount(0, dot);
        if (characters.length - stem > LONGEST - LONGEST_STEM || dot < 0) return new String(characters, 0, LONGEST);
        return new String(characters, 0, Math.min(stem, LONGEST_STEM)) + name.substring(dot);
    }

    static boolean isPdf(String name) {
        return name.regionMatches(true, Math.max(0, name.length() - 4), ".pdf", 0, 4);
    }
}
