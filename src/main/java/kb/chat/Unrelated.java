package kb.chat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kb.search.Embedder;
import kb.search.Meaning;
import kb.search.Vector;
import kb.store.Item;
import kb.store.Sha256;
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

    private static final String NAME = Sha256.hex(String.join("\n", SENTENCES)).substring(0, 12);
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
        var made = table.flatMap(rows -> stored(rows, space, embedder.dimensions()))
                .orElseGet(() -> embedded(embedder, space));
        vectors.put(space, made);
        return made;
    }

    private static Optional<List<Vector>> stored(Table rows, String space, int dimensions) {
        return rows.get(ChatKeys.unrelated(space, NAME)).map(item -> read(item.text(VECTORS), dimensions));
    }

    private List<Vector> embedded(Embedder embedder, String space) {
        var made = List.copyOf(embedder.passages(SENTENCES));
        var text = written(made, embedder.dimensions());
        table.ifPresent(
                rows -> rows.write(Write.put(new Item(ChatKeys.unrelated(space, NAME), Map.of(VECTORS, text)))));
        return made;
    }

    private static String written(List<Vector> vectors, int dimensions) {
        var bytes =
                ByteBuffer.allocate(vectors.size() * dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        vectors.forEach(vector -> {
            for (var number : vector.toArray()) bytes.putFloat(number);
        });
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static List<Vector> read(String text, int dimensions) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
        var read = new ArrayList<Vector>();
        while (bytes.hasRemaining()) {
            var numbers = new float[dimensions];
            for (int i = 0; i < dimensions; i++) numbers[i] = bytes.getFloat();
            read.add(Vector.stored(numbers));
        }
        return List.copyOf(read);
    }
}
