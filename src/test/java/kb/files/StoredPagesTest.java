package kb.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import org.junit.jupiter.api.Test;

class StoredPagesTest {
    private static final Box BOX = new Box(1, 72.01, 60.2, 98.4, 70.45);
    private static final Page PAGE =
            new Page(1, 595.28, 841.89, "Öl 😀\n\n\"x\"", List.of(new Word(new Span(0, 2), 0, BOX)));
    private static final Chunk CHUNK =
            new Chunk(new UUID(1, 2), new UUID(3, 4), 0, 1, new Span(0, 2), "", "Öl", List.of(BOX));

    @Test
    void pages_are_read_back_equal() {
        assertEquals(List.of(PAGE), new StoredPages().read(new StoredPages().write(List.of(PAGE))));
    }

    @Test
    void chunks_are_read_back_equal() {
        assertEquals(List.of(CHUNK), new StoredChunks().read(new StoredChunks().write(List.of(CHUNK))));
    }

    @Test
    void a_word_is_an_array_of_numbers() throws IOException {
        var zipped = new StoredPages().write(List.of(PAGE));
        try (var json = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            var text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("\"words\":[[[0,2],0,[1,72.01,60.2,98.4,70.45]]]"), text);
        }
    }

    @Test
    void what_was_not_written_here_is_not_read() {
        assertThrows(UncheckedIOException.class, () -> new StoredPages().read(new byte[] {1, 2, 3}));
    }
}
