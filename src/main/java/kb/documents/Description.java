package kb.documents;

import java.util.List;
import java.util.Optional;

/**
 * What a person says about a document.
 *
 * @param title a new one, or {@code Optional.of(Optional.empty())} to have none; empty to keep it
 * @param tags all of them anew; empty to keep them
 */
public record Description(Optional<Optional<String>> title, Optional<List<String>> tags) {
    Document on(Document document) {
        return document.described(title.orElse(document.title()), tags.orElse(document.tags()));
    }
}
