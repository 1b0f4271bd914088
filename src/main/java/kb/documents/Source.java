package kb.documents;

import java.time.Instant;
import java.util.List;

/**
 * What was uploaded, by whom and when.
 *
 * @param aliases further names the same bytes were uploaded under
 * @param sha256 of the bytes, in lower-case hexadecimal
 */
public record Source(
        String filename, List<String> aliases, String sha256, long sizeBytes, String uploadedBy, Instant uploadDate) {
    public Source {
        aliases = List.copyOf(aliases);
    }

    boolean isCalled(String name) {
        return filename.equals(name) || aliases.contains(name);
    }

    Source alsoCalled(String name) {
        var more = new java.util.ArrayList<>(aliases);
        more.add(name);
        return new Source(filename, more, sha256, sizeBytes, uploadedBy, uploadDate);
    }
}
