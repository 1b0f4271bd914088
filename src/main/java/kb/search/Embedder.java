package kb.search;

import java.util.List;

/** Turns text into vectors. Every method throws {@link kb.outside.Unavailable} when the model does not answer. */
public interface Embedder {
    /** Names the model for good: vectors of two models are never compared. */
    String model();

    int dimensions();

    /** How many tokens the model makes of the text, or a few more: what is longer than it takes, it cuts off without a word. */
    default int tokens(String text) {
        return Tokens.estimate(text);
    }

    /** One vector a text, in the same order. */
    List<Vector> passages(List<String> texts);

    /** A question, with the prefix its model wants before one. */
    Vector question(String text);
}
