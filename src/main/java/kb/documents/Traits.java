package kb.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What documents are to be like: all of it.
 *
 * @param filename a part of one of its names, in upper or lower case
 * @param from the first moment at which it may have been uploaded
 * @param before the first at which it may not have been any more
 * @param tags every one of them
 */
public record Traits(
        Optional<String> filename,
        Optional<String> uploadedBy,
        Optional<Instant> from,
        Optional<Instant> before,
        Set<String> tags) {
    public static final Traits ANY =
            new Traits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    public Traits {
        tags = Set.copyOf(tags);
    }

    public boolean fit(Document document) {
        var source = document.source();
        return filename.map(document::isCalled).orElse(true)
                && uploadedBy.map(source.uploadedBy()::equals).orElse(true)
                && from.map(first -> !source.uploadDate().isBefore(first)).orElse(true)
                && before.map(source.uploadDate()::isBefore).orElse(true)
                && document.tags().containsAll(tags);
    }
}
