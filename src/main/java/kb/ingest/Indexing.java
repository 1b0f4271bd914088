package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.files.DocumentFiles;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.people.Tenant;
import kb.search.Analyser;
import kb.search.ChunkIndex;
import kb.search.Embedder;
import kb.search.IndexedChunk;
import kb.search.Vector;

/** Cuts documents into chunks and puts these into the index, and takes them out again. */
public final class Indexing {
    private static final int BATCH = 32;

    private final Catalog catalog;
    private final DocumentFiles files;
    private final Chunker chunker;
    private final Analyser analyser;
    private final ChunkVectors vectors;
    private final ChunkIndex index;

    public Indexing(
            Catalog catalog,
            DocumentFiles files,
            Chunker chunker,
            Analyser analyser,
            Embedder embedder,
            ChunkIndex index) {
        this.catalog = catalog;
        this.files = files;
        this.chunker = chunker;
        this.analyser = analyser;
        this.vectors = new ChunkVectors(files, embedder);
        this.index = index;
    }

    List<Chunk> cut(Tenant tenant, UUID id, List<Page> pages) {
        var chunks = chunker.chunks(id, pages);
        files.putChunks(tenant, id, chunks);
        return chunks;
    }

    /**
     * Returns only when all chunks are in the index: those that are said to be there already may have gone with it.
     *
     * @param done hears after each batch how many chunks are in the index
     */
    void index(Tenant tenant, Document document, List<Chunk> chunks, IntConsumer done) {
        index(tenant, document, chunks, document.state().progress().chunksDone(), done);
        if (isWhole(tenant, document, chunks)) return;
        index(tenant, document, chunks, 0, done);
        if (isWhole(tenant, document, chunks)) return;
        throw new Unavailable(Part.INDEX, new IllegalStateException("the index loses chunks"));
    }

    private boolean isWhole(Tenant tenant, Document document, List<Chunk> chunks) {
        return index.count(tenant, document.documentId()) >= chunks.size();
    }

    private void index(Tenant tenant, Document document, List<Chunk> chunks, int first, IntConsumer done) {
        var sameBytes = catalog.sameBytes(tenant, document);
        for (int from = first; from < chunks.size(); from += BATCH) {
            var batch = chunks.subList(from, Math.min(from + BATCH, chunks.size()));
            put(tenant, batch, vectors.of(tenant, document.documentId(), from, batch, sameBytes));
            done.accept(from + batch.size());
        }
    }

    private void put(Tenant tenant, List<Chunk> chunks, List<Vector> made) {
        var indexed = new ArrayList<IndexedChunk>();
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            indexed.add(new IndexedChunk(chunk, analyser.tokens(chunk.searched()), made.get(i)));
        }
        index.put(tenant, indexed);
    }

    /** Takes out what there is of a document that failed. */
    void withdraw(Tenant tenant, UUID id) {
        index.delete(tenant, id);
    }

    /** Takes a document that nobody may see any more out of the index; what is left of it there was invisible already. */
    void retire(Tenant tenant, UUID id) {
        index.delete(tenant, id);
        catalog.worked(tenant, id);
    }

    /** Puts a document into the index again as far as it had come, from what is stored; embeds only what is not. */
    void restore(Tenant tenant, Document document) {
        var id = document.documentId();
        var all = files.chunks(tenant, id).orElse(List.of());
        var done = document.state().progress().chunksDone();
        var chunks = document.visible() ? all : all.subList(0, Math.min(done, all.size()));
        var wanted = chunks.stream().map(Chunk::id).collect(java.util.stream.Collectors.toSet());
        if (wanted.equals(java.util.Set.copyOf(index.chunks(tenant, id)))) return;
        for (int from = 0; from < chunks.size(); from += BATCH) {
            var batch = chunks.subList(from, Math.min(from + BATCH, chunks.size()));
            put(tenant, batch, vectors.of(tenant, id, from, batch, List.of()));
        }
    }
}
