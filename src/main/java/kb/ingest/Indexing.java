package kb.ingest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.SearchedChunks;
import kb.files.DocumentFiles;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.pages.PageCoverage;
import kb.people.Tenant;
import kb.search.Everywhere;
import kb.search.Space;
import kb.search.Spaces;

/** Cuts documents into chunks and puts these into the index, and takes them out again. */
public final class Indexing {
    private final Catalog catalog;
    private final DocumentFiles files;
    private final SearchedChunks searched;
    private final Chunker chunker;
    private final ChunkWriter writer;
    private final WantedSpace wanted;
    private final Spaces spaces;

    public Indexing(
            Catalog catalog,
            DocumentFiles files,
            Chunker chunker,
            ChunkWriter writer,
            WantedSpace wanted,
            Spaces spaces) {
        this.catalog = catalog;
        this.files = files;
        this.searched = new SearchedChunks(files);
        this.chunker = chunker;
        this.writer = writer;
        this.wanted = wanted;
        this.spaces = spaces;
    }

    /**
     * The chunks of a document all of whose pages are read: kept from before, else cut.
     *
     * @return empty when a person corrected them, and what that person left is lost
     */
    Optional<List<Chunk>> chunks(Tenant tenant, Document document) {
        if (document.source().corrections().isPresent()) return searched.of(tenant, document);
        var kept = document.state().progress().allCut() ? searched.of(tenant, document) : Optional.<List<Chunk>>empty();
        return kept.or(() -> Optional.of(cut(tenant, document)));
    }

    private List<Chunk> cut(Tenant tenant, Document document) {
        var id = document.documentId();
        var walked = new CoverageCollector(
                files.allPages(tenant, id, document.state().progress().pages()));
        var chunks = chunker.chunks(id, document.shownTitle(), files.bookmarks(tenant, id), walked);
        files.putCoverage(tenant, id, walked.coverage());
        files.putChunks(tenant, id, chunks);
        return chunks;
    }

    /** What became of the pages of a document that is cut; documents were cut before this was kept. */
    List<PageCoverage> coverage(Tenant tenant, Document document) {
        var id = document.documentId();
        return files.coverage(tenant, id).orElseGet(() -> {
            var walked = new CoverageCollector(
                    files.allPages(tenant, id, document.state().progress().pages()));
            walked.forEach(_ -> {});
            files.putCoverage(tenant, id, walked.coverage());
            return walked.coverage();
        });
    }

    /**
     * Goes on from where it was cut off, with the index that serves and with the one that is being filled.
     *
     * @param done hears after each batch how many chunks are in the index
     * @return the names of the indexes that hold all of the document
     */
    List<String> index(Tenant tenant, Document document, List<Chunk> chunks, IntConsumer done) {
        put(tenant, document, chunks, document.state().progress().chunksDone(), current(tenant), done);
        return complete(tenant, document, chunks, done);
    }

    /** Puts all chunks into each index that lacks some: those that are said to be there already may have gone with it. */
    List<String> complete(Tenant tenant, Document document, List<Chunk> chunks, IntConsumer done) {
        var all = current(tenant);
        if (chunks.isEmpty()) all.forEach(space -> spaces.of(space).put(tenant, List.of())); // so that it is there
        var lacking = lacking(tenant, document, chunks, all);
        if (!lacking.isEmpty()) put(tenant, document, chunks, 0, lacking, done);
        if (!lacking(tenant, document, chunks, lacking).isEmpty())
            throw new Unavailable(Part.INDEX, new IllegalStateException("the index loses chunks"));
        return all.stream().map(Space::name).toList();
    }

    private List<Space> current(Tenant tenant) {
        var names = catalog.index(tenant).all();
        return names.isEmpty()
                ? List.of(wanted.now())
                : names.stream().map(Space::named).toList();
    }

    private List<Space> lacking(Tenant tenant, Document document, List<Chunk> chunks, List<Space> among) {
        return among.stream()
                .filter(space -> spaces.of(space).count(tenant, document.documentId()) < chunks.size())
                .toList();
    }

    private void put(
            Tenant tenant, Document document, List<Chunk> chunks, int first, List<Space> into, IntConsumer done) {
        var sameBytes = catalog.sameBytes(tenant, document);
        var uploader = document.source().uploader(tenant);
        for (var batch : ChunkWriter.batches(chunks, first)) {
            for (var space : into) writer.put(tenant, document.documentId(), uploader, space, batch, sameBytes);
            done.accept(batch.end());
        }
    }

    /** Takes out what there is of a document that failed. */
    void withdraw(Tenant tenant, UUID id) {
        new Everywhere(spaces).delete(tenant, id);
    }

    /** Takes a document that nobody may see any more out of the index; what is left of it there was invisible already. */
    void retire(Tenant tenant, UUID id) {
        new Everywhere(spaces).delete(tenant, id);
        catalog.worked(tenant, id);
    }
}
