package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Document;
import kb.files.DocumentFiles;
import kb.pages.Chunk;
import kb.people.Person;
import kb.people.Tenant;
import kb.search.Analyser;
import kb.search.Embedders;
import kb.search.IndexedChunk;
import kb.search.Space;
import kb.search.Spaces;
import kb.usage.Accounts;

/** Puts a document's chunks into an index, some at once, with our tokens and the vectors of the index's model. */
public final class ChunkWriter {
    private static final int BATCH = 32;

    private final Analyser analyser;
    private final ChunkVectors vectors;
    private final Spaces spaces;
    private final Accounts accounts;

    public ChunkWriter(DocumentFiles files, Analyser analyser, Embedders embedders, Spaces spaces, Accounts accounts) {
        this.accounts = accounts;
        this.analyser = analyser;
        this.vectors = new ChunkVectors(files, embedders);
        this.spaces = spaces;
    }

    /** @param first position of the first of them in their document */
    record Batch(int first, List<Chunk> chunks) {
        int end() {
            return first + chunks.size();
        }
    }

    /** Always cut alike, so that stored vectors are found again. @param from a position where a batch begins */
    static List<Batch> batches(List<Chunk> chunks, int from) {
        var batches = new ArrayList<Batch>();
        for (int first = from; first < chunks.size(); first += BATCH)
            batches.add(new Batch(first, chunks.subList(first, Math.min(first + BATCH, chunks.size()))));
        return batches;
    }

    /** @param payer who uploaded it just now @param sameBytes other documents with the same bytes */
    void put(Tenant tenant, UUID id, Optional<Person> payer, Space space, Batch batch, List<Document> sameBytes) {
        var made = accounts.document(tenant, payer, id)
                .of(() -> vectors.of(tenant, id, space, batch.first(), batch.chunks(), sameBytes));
        var indexed = new ArrayList<IndexedChunk>();
        for (int i = 0; i < made.size(); i++) {
            var chunk = batch.chunks().get(i);
            indexed.add(new IndexedChunk(chunk, analyser.tokens(chunk.searched()), made.get(i)));
        }
        spaces.of(space).put(tenant, indexed);
    }
}
