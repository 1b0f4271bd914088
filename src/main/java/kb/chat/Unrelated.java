package kb.chat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kb.search.Meaning;
import kb.search.Vector;

/**
 * Sentences about nothing in particular, which tell how far apart texts lie that have nothing to do with each other.
 *
 * <p>That is another cosine with each embedding model, and with each question. Their vectors are kept.
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

    private final Map<String, List<Vector>> vectors = new ConcurrentHashMap<>();

    /** The cosine of the one that comes nearest to a question. */
    double nearest(Meaning question) {
        return vectors(question).stream()
                .mapToDouble(question.vector()::cosine)
                .max()
                .orElseThrow();
    }

    private List<Vector> vectors(Meaning question) {
        var embedder = question.embedder();
        var kept = vectors.get(embedder.model());
        if (kept != null) return kept;
        var made = List.copyOf(embedder.passages(SENTENCES));
        vectors.put(embedder.model(), made);
        return made;
    }
}
