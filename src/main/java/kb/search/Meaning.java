package kb.search;

import java.util.List;

/** A question as one embedding model understands it: comparable with what the same model makes of other texts. */
public record Meaning(Embedder embedder, Vector vector) {
    public static Meaning of(Embedder embedder, String question) {
        return new Meaning(embedder, embedder.question(question));
    }

    /** The nearness of each text by cosine, in their order. */
    public List<Double> nearness(List<String> texts) {
        return embedder.passages(texts).stream().map(vector::cosine).toList();
    }
}
