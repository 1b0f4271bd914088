package kb.documents;

import java.util.List;
import java.util.Optional;
import kb.files.DocumentFiles;
import kb.pages.Chunk;
import kb.people.Tenant;

/**
 * The chunks of documents that search sees: as a person left them, else as they were cut.
 *
 * <p>A document that was corrected is never shown as it was cut, also when the corrections are lost.
 */
public final class SearchedChunks {
    private final DocumentFiles files;

    public SearchedChunks(DocumentFiles files) {
        this.files = files;
    }

    /** Empty before the document is cut, and when its corrections are lost. */
    public Optional<List<Chunk>> of(Tenant tenant, Document document) {
        var id = document.documentId();
        var corrections = document.source().corrections();
        return corrections.isPresent()
                ? files.corrections().get(tenant, id, corrections.get())
                : files.chunks(tenant, id);
    }
}
