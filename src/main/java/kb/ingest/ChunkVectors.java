package kb.ingest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Document;
import kb.files.DocumentFiles;
import kb.files.VectorBatch;
import kb.pages.Chunk;
import kb.people.Tenant;
import kb.search.Embedder;
import kb.search.Vector;

/** The vectors of a document's chunks: kept from before, taken over from a document with the same bytes, else computed. */
final class ChunkVectors {
    private final DocumentFiles files;
    private final Embedder embedder;

    ChunkVectors(DocumentFiles files, Embedder embedder) {
        this.files = files;
        this.embedder = embedder;
    }

    /** @param first position of the first of the chunks @param sameBytes other documents with the same bytes */
    List<Vector> of(Tenant tenant, UUID id, int first, List<Chunk> chunks, List<Document> sameBytes) {
        var texts = chunks.stream().map(Chunk::searched).toList();
        var kept = kept(tenant, id, first, texts);
        if (kept.isPresent()) return vectors(kept.get());
        var batch = sameBytes.stream()
                .flatMap(other -> kept(tenant, other.documentId(), first, texts).stream())
                .findFirst()
                .orElseGet(() -> computed(texts));
        files.putVectors(tenant, id, first, batch);
        return vectors(batch);
    }

    /** What is stored for a document, if the model made it of these chunks. */
    Optional<List<Vector>> stored(Tenant tenant, UUID id, int first, List<Chunk> chunks) {
        return kept(tenant, id, first, chunks.stream().map(Chunk::searched).toList())
                .map(ChunkVectors::vectors);
    }

    private Optional<VectorBatch> kept(Tenant tenant, UUID id, int first, List<String> texts) {
        return files.vectors(tenant, id, first).filter(batch -> batch.standsFor(embedder.model(), texts));
    }

    private VectorBatch computed(List<String> texts) {
        var vectors = embedder.passages(texts).stream().map(Vector::toArray).toList();
        return VectorBatch.of(embedder.model(), texts, vectors);
    }

    private static List<Vector> vectors(VectorBatch batch) {
        return batch.vectors().stream().map(Vector::stored).toList();
    }
}
