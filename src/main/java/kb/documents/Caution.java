package kb.documents;

import java.util.List;
import java.util.UUID;

/** What to know of a document before relying on it. @param warnings those of the document's record */
public record Caution(UUID documentId, List<String> warnings) {
    public Caution {
        warnings = List.copyOf(warnings);
    }
}
