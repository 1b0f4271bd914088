package kb.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Section;
import kb.pages.Span;
import org.junit.jupiter.api.Test;

class ChunkBytesTest {
    private static final Chunk FULL = new Chunk(
            UUID.fromString("0b6fa2f4-6d0f-5d0c-9f0b-0c8d6a0f7f51"),
            UUID.fromString("01a2262f-fb1a-77fc-9890-ef3cef017e0a"),
            7,
            3,
            new Span(40, 62),
            "2.1 Fees — größer",
            "Die Gebühr: 4,50 €. 😀",
            List.of(new Box(3, 72.25, 100, 300.5, 111), new Box(3, 72, 113, 90, 124)),
            "Guide\n2. Cards",
            List.of(new Section("2", "Cards"), new Section("2.1", "Fees")));
    private static final Chunk BARE =
            new Chunk(new UUID(0, 1), new UUID(0, 2), 0, 1, new Span(0, 0), "", "", List.of(), "", List.of());

    @Test
    void a_chunk_is_read_as_it_was_written() throws IOException {
        for (var chunk : List.of(FULL, BARE)) {
            var bytes = ChunkBytes.of(chunk);
            assertEquals(chunk, ChunkBytes.read(bytes, 0, bytes.length));
            var among = new byte[bytes.length + 20];
            Arrays.fill(among, (byte) 9);
            System.arraycopy(bytes, 0, among, 11, bytes.length);
            assertEquals(chunk, ChunkBytes.read(among, 11, bytes.length));
        }
    }

    @Test
    void one_that_was_written_as_json_is_read_as_well() throws IOException {
        var json = new JsonMapper().writeValueAsBytes(FULL);
        assertEquals(FULL, ChunkBytes.read(json, 0, json.length));
    }

    @Test
    void half_of_one_is_none() {
        var bytes = ChunkBytes.of(FULL);
        for (int length = 1; length < bytes.length; length++) {
            var cut = length;
            assertThrows(Exception.class, () -> ChunkBytes.read(Arrays.copyOf(bytes, cut), 0, cut), "of " + cut);
        }
    }
}
