package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.Test;

/** What sets the model in this process apart from others. */
class LocalEmbeddingsTest {
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
