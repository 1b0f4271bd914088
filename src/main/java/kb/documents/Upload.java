package kb.documents;

import java.util.UUID;

/** What became of an upload. */
public sealed interface Upload {
    /** It waits for its bytes, waits to be read, or is being read. */
    record Accepted(Document document) implements Upload {}

    /** Its bytes were here already; nothing is read or paid again. */
    record Known(Document document) implements Upload {}

    /** Its name belongs to a document with other bytes; nothing was stored. */
    record NameTaken(UUID holder) implements Upload {}

    /** Its bytes have more names than a document may have; nothing was stored. */
    record TooManyNames(Document document, int most) implements Upload {}
}
