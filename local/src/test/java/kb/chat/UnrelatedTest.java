package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kb.search.Embedder;
import kb.search.Meaning;
import kb.search.Vector;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/** Sentences about nothing in particular are embedded once for all processes: a new Lambda instance does not pay for them again. */
class UnrelatedTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Table table = new MemoryTable(new MovableClock());

    /** The longer a text is, the more its vector points upwards. */
    private record Lengths(String model, AtomicInteger asked) implements Embedder {
        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public List<Vector> passages(List<String> texts) {
            asked.incrementAndGet();
            return texts.stream().map(this::question).toList();
        }

        @Override
        public Vector question(String text) {
            return Vector.of(new float[] {1, text.length() / 100f});
        }
    }

    private Meaning question(String model) {
        return Meaning.of(new Lengths(model, asked), "?".repeat(33));
    }

    @Test
    void what_one_process_was_told_is_what_the_next_one_reads() {
        var first = new Unrelated(Optional.of(table)).nearest(question("m"));

        var next = new Unrelated(Optional.of(table)).nearest(question("m"));

        assertEquals(1, first, 1e-6, "one of 33 characters is among them");
        assertEquals(first, next);
        assertEquals(1, asked.get());
    }

    @Test
    void another_model_has_vectors_of_its_own() {
        new Unrelated(Optional.of(table)).nearest(question("m"));
        new Unrelated(Optional.of(table)).nearest(question("another"));

        assertEquals(2, asked.get());
    }

    @Test
    void a_process_asks_once_where_nothing_is_kept() {
        var unrelated = new Unrelated(Optional.empty());

        assertEquals(unrelated.nearest(question("m")), unrelated.nearest(question("m")));
        assertEquals(1, asked.get());
    }
}
