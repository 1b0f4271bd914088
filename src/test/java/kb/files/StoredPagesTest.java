package kb.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Coverage;
import kb.pages.Hiding;
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
    void what_was_left_out_of_a_page_is_stored_with_it() {
        var coverage = new Coverage(Coverage.Source.OCR, 11, 2, 3, true, false, Map.of(Hiding.TINY, 4));
        var page = new Page(1, 595.28, 841.89, "Öl", PAGE.words(), List.of(), List.of(), coverage);
        assertEquals(List.of(page), new StoredPages().read(new StoredPages().write(List.of(page))));
    }

    @Test
    void pages_that_were_stored_before_this_was_noted_are_read_still() throws IOException {
        var old =
                "[{\"number\":1,\"width\":595.28,\"height\":841.89,\"text\":\"Öl\",\"words\":[[[0,2],0,[1,72.01,60.2,98.4,70.45]]]}]";
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(old.getBytes(StandardCharsets.UTF_8));
        }
        var page = new StoredPages().read(zipped.toByteArray()).getFirst();
        assertEquals(new Coverage(Coverage.Source.NATIVE, 2, 0, 0, true, false, Map.of()), page.coverage());
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
