package kb.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.SearchedChunks;
import kb.documents.Shelf;
import kb.documents.Wanted;
import kb.erasure.Residue;
import kb.files.DocumentFiles;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.people.Tenant;
import kb.search.Space;
import kb.search.Spaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an index from the table and storage: the same chunks with the same ids, nothing parsed, nothing embedded that the
 * model embedded before.
 *
 * <p>It may be cut off anywhere: what is in the index is left alone the next time.
 */
public final class Filling {
    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int SLICE = 100;

    private final Catalog catalog;
    private final Shelf shelf;
    private final SearchedChunks searched;
    private final ChunkWriter writer;
    private final Spaces spaces;
    private final Residue residue;

    public Filling(
            Catalog catalog, Shelf shelf, DocumentFiles files, ChunkWriter writer, Spaces spaces, Residue residue) {
        this.catalog = catalog;
        this.shelf = shelf;
        this.searched = new SearchedChunks(files);
        this.writer = writer;
        this.spaces = spaces;
        this.residue = residue;
    }

    /**
     * Returns only when the index holds every document that was visible when this began and still is. Those that come
     * into sight meanwhile are their workers' to put into it.
     *
     * @param between happens after each batch
     * @return how many documents were visible
     */
    int fill(Tenant tenant, Space space, Runnable between) {
        spaces.of(space).put(tenant, List.of());
        var visible = 0;
        var cursor = Optional.<String>empty();
        do {
            var listing = shelf.list(tenant, Wanted.NEWEST_FIRST, SLICE, cursor);
            for (var document : listing.documents()) {
                if (!document.visible()) continue;
                fill(tenant, document, space, between);
                visible++;
            }
            cursor = listing.cursor();
            if (cursor.isPresent()) LOG.info("{} documents of tenant {} are in index {}", visible, tenant, space);
        } while (cursor.isPresent());
        residue.removeFrom(spaces.of(space), tenant); // what a pass that was cut off left of erased documents
        return visible;
    }

    private void fill(Tenant tenant, Document document, Space space, Runnable between) {
        var id = document.documentId();
        var index = spaces.of(space);
        var chunks = searched.of(tenant, document).orElse(List.of());
        var there = new HashSet<>(index.chunks(tenant, id));
        if (chunks.stream().map(Chunk::id).allMatch(there::contains)) return;
        for (var batch : ChunkWriter.batches(chunks, 0)) {
            if (batch.chunks().stream().map(Chunk::id).allMatch(there::contains)) continue;
            writer.put(tenant, id, Optional.empty(), space, batch, List.of());
            between.run();
        }
        // whoever erases or replaces it may have looked into the index before this was in it
        if (catalog.find(tenant, id).filter(Document::visible).isEmpty()) index.delete(tenant, id);
        else if (index.count(tenant, id) < chunks.size())
            throw new Unavailable(Part.INDEX, new IllegalStateException("the index loses chunks"));
    }
}
