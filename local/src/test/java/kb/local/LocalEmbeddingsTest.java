package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Vector;
import org.junit.jupiter.api.Test;

/** What sets the model in this process apart from others. */
class LocalEmbeddingsTest {
    /** What the model takes, with the two that it adds itself. */
    private static final int MOST = 512;

    @Test
    void tokens_are_the_model_s_own() {
        try (var embeddings = new LocalEmbeddings(1)) {
            assertEquals(5, embeddings.tokens("The ferry leaves at nine"));
            assertEquals(6, embeddings.tokens("unaffordably 資料"));
        }
    }

    @Test
    void the_vectors_are_those_of_the_model_as_its_library_runs_it() {
        var text = "The ferry leaves at nine, and the mill stands by the river.";
        try (var embeddings = new LocalEmbeddings(1)) {
            var library = new BgeSmallEnV15QuantizedEmbeddingModel();
            var vector = Vector.of(library.embed(text).content().vector());
            assertEquals(List.of(vector), embeddings.passages(List.of(text)));
        }
    }

    /** The last word counts as long as it is among those that are taken, and not any more after that. */
    @Test
    void what_is_not_longer_than_the_model_takes_is_read_to_its_end() {
        try (var embeddings = new LocalEmbeddings(1)) {
            var most = "ferry ".repeat(MOST - 3);
            assertEquals(MOST - 2, embeddings.tokens(most + "mill"));
            assertNotEquals(embeddings.passages(List.of(most + "ferry")), embeddings.passages(List.of(most + "mill")));
        }
    }

    @Test
    void being_told_to_stop_is_no_fault_of_the_text() {
        try (var embeddings = new LocalEmbeddings(2)) {
            var stopped = assertThrows(Unavailable.class, () -> {
                Thread.currentThread().interrupt();
                embeddings.passages(List.of("The ferry leaves at nine.", "The mill stands by the river."));
            });
            assertEquals(Part.EMBEDDER, stopped.part());
        } finally {
            Thread.interrupted();
        }
    }
}
