package kb.documents;

/**
 * A name of a document, and which version of that name the document is.
 *
 * @param version counts the documents that were uploaded under the name, from 1 on
 * @param held whether the name leads to this document; a version that waits for its turn, or had it, does not hold it
 */
public record Name(String filename, int version, boolean held) {
    Name held(boolean now) {
        return new Name(filename, version, now);
    }
}
