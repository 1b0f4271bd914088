package kb.ingest;

import kb.documents.Indexes;
import kb.search.Embedders;
import kb.search.Space;

/** The index that everybody is to be served by: of the configured model, and of the latest generation. */
public record WantedSpace(Embedders embedders, Indexes indexes) {
    public Space now() {
        return Space.of(embedders.wanted(), indexes.generation());
    }
}
