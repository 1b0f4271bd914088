package kb.ingest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.documents.Document;
import kb.files.DocumentFiles;
import kb.files.VectorBatch;
import kb.pages.Chunk;
import kb.people.Tenant;
import kb.search.Embedders;
import kb.search.Space;
import kb.search.Vector;

/** The vectors of a document's chunks: kept from before, taken over from a document with the same bytes, else computed. */
final class ChunkVectors {
    private final DocumentFiles files;
    private final Embedders embedders;

    ChunkVectors(DocumentFiles files, Embedders embedders) {
        this.files = files;
        this.embedders = embedders;
    }

    /**
     * @param space whose model makes them
     * @param first position of the first of the chunks
     * @param sameBytes other documents with the same bytes
     */
    List<Vector> of(Tenant tenant, UUID id, Space space, int first, List<Chunk> chunks, List<Document> sameBytes) {
        var texts = chunks.stream().map(Chunk::searched).toList();
        var kept = kept(tenant, id, space, first, texts);
        if (kept.isPresent()) return vectors(kept.get());
        var batch = sameBytes.stream()
                .flatMap(other -> kept(tenant, other.documentId(), space, first, texts).stream())
                .findFirst()
                .orElseGet(() -> computed(space, texts));
        files.putVectors(tenant, id, space.embedding(), first, batch);
        return vectors(batch);
    }

    private Optional<VectorBatch> kept(Tenant tenant, UUID id, Space space, int first, List<String> texts) {
        return files.vectors(tenant, id, space.embedding(), first)
                .filter(batch -> batch.standsFor(space.model(), texts));
    }

    private VectorBatch computed(Space space, List<String> texts) {
        var vectors = embedders.of(space).passages(texts).stream()
                .map(Vector::toArray)
                .toList();
        return VectorBatch.of(space.model(), texts, vectors);
    }

    private static List<Vector> vectors(VectorBatch batch) {
        return batch.vectors().stream().map(Vector::stored).toList();
    }
}
