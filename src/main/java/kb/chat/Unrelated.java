package kb.chat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kb.files.VectorBatch;
import kb.search.Embedder;
import kb.search.Meaning;
import kb.search.Vector;
import kb.store.Item;
import kb.store.Table;
import kb.store.Write;

/**
 * Sentences about nothing in particular, which tell how far apart texts lie that have nothing to do with each other.
 *
 * <p>That is another cosine with each embedding model, and with each question. Their vectors are kept, for all processes, so that a model
 * is asked for them once.
 */
final class Unrelated {
    static final List<String> SENTENCES = List.of(
            "A violin has four strings.",
            "The moon has no air.",
            "Bread is baked from flour, water and salt.",
            "He sold his boat in the spring.",
            "Bats sleep during the day.",
            "The last train leaves at midnight.",
            "Copper conducts electricity well.",
            "She painted the door green.");

    private static final String VECTORS = "vectors";

    private final Optional<Table> table;
    private final Map<String, List<Vector>> vectors = new ConcurrentHashMap<>();

    /** @param table where others find them, if anywhere */
    Unrelated(Optional<Table> table) {
        this.table = table;
    }

    /** The cosine of the one that comes nearest to a question. */
    double nearest(Meaning question) {
        return vectors(question.embedder()).stream()
                .mapToDouble(question.vector()::cosine)
                .max()
                .orElseThrow();
    }

    private List<Vector> vectors(Embedder embedder) {
        var space = embedder.model() + "#" + embedder.dimensions();
        var known = vectors.get(space);
        if (known != null) return known;
        var made = table.flatMap(rows -> stored(rows, space)).orElseGet(() -> embedded(embedder, space));
        vectors.put(space, made);
        return made;
    }

    private static Optional<List<Vector>> stored(Table rows, String space) {
        return rows.get(ChatKeys.unrelated(space))
                .map(row -> VectorBatch.read(Base64.getDecoder().decode(row.text(VECTORS))))
                .filter(batch -> batch.standsFor(space, SENTENCES))
                .map(batch -> batch.vectors().stream().map(Vector::stored).toList());
    }

    private List<Vector> embedded(Embedder embedder, String space) {
        var made = List.copyOf(embedder.passages(SENTENCES));
        var batch = VectorBatch.of(
                space, SENTENCES, made.stream().map(Vector::toArray).toList());
        var text = Base64.getEncoder().encodeToString(batch.written());
        table.ifPresent(rows -> rows.write(Write.put(new Item(ChatKeys.unrelated(space), Map.of(VECTORS, text)))));
        return made;
    }
}
