package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final List<String> MODELS = List.of(
            "text-embedding-3-small",
            "bge-small-en-v1.5-q",
            "BAAI/bge-m3",
            "BAAI_bge-m3",
            "BAAI_2fbge-m3",
            "model:latest",
            "a.1.2",
            "..",
            "ünïcödé 模型",
            "😀");

    @Test
    void a_name_is_readable() {
        assertEquals("text-embedding-3-small.1536.0-2", new Space("text-embedding-3-small", 1536, 0).name());
        assertEquals("BAAI_2fbge-m3.1024.7-2", new Space("BAAI/bge-m3", 1024, 7).name());
        assertEquals("BAAI_2fbge-m3.1024", new Space("BAAI/bge-m3", 1024, 7).embedding());
    }

    @Test
    void a_name_is_read_again_whatever_the_model_is_called() {
        var names = new HashSet<String>();
        for (var model : MODELS) {
            for (var generation : List.of(0L, 12L, 3_000_000_000L)) {
                var space = new Space(model, 384, generation);
                assertEquals(space, Space.named(space.name()));
                assertTrue(space.name().matches("[A-Za-z0-9._-]+"), space::name);
                names.add(space.name());
            }
        }
        assertEquals(3 * MODELS.size(), names.size());
    }

    @Test
    void one_that_an_earlier_version_made_has_its_name_still_and_knows_no_places() {
        var first = Space.named("text-embedding-3-small.1536.7");
        assertEquals(new Space("text-embedding-3-small", 1536, 7, 1), first);
        assertEquals("text-embedding-3-small.1536.7", first.name());
        assertFalse(first.knowsPlaces());
        assertTrue(new Space("text-embedding-3-small", 1536, 7).knowsPlaces());
    }

    @Test
    void another_text_is_no_name() {
        for (var text : List.of(
                "",
                "index",
                "model",
                "model.384",
                "model.0.0",
                "model.384.01",
                "model.384.-1",
                "model.384.0-1",
                "model.384.0-",
                "model.384.0-22",
                "a/b.1.2",
                "_61.384.0",
                "_2F.384.0",
                ".1.2",
                "lock")) {
            assertEquals(Optional.empty(), Space.parse(text), text);
        }
        assertThrows(IllegalArgumentException.class, () -> Space.named("index"));
    }

    @Test
    void it_is_of_one_model_with_one_number_of_dimensions() {
        var embedder = FakeEmbedder.usual();
        assertEquals(new Space("fake", 2, 5), Space.of(embedder, 5));
        assertTrue(new Space("fake", 2, 1).isOf(embedder));
        assertFalse(new Space("fake", 3, 1).isOf(embedder));
        assertFalse(new Space("false", 2, 1).isOf(embedder));
    }
}
