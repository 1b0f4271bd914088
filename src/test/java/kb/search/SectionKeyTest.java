package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import kb.pages.Chunk;
import kb.pages.Section;
import kb.pages.Span;
import org.junit.jupiter.api.Test;

class SectionKeyTest {
    private static Chunk in(List<Section> path, String section) {
        return new Chunk(new UUID(1, 1), new UUID(1, 2), 0, 1, new Span(0, 1), section, "x", List.of(), "", path);
    }

    @Test
    void a_section_has_the_same_key_however_it_is_spaced_cased_and_ended() {
        var key = SectionKey.of("2.1 Late Returns");
        for (var name :
                List.of("2.1  late returns", " 2.1\u00a0LATE\nRETURNS. ", "２.1 Late Returns:", "2.1 Late Returns ."))
            assertEquals(key, SectionKey.of(name), name);
        for (var name : List.of("2.1", "Late Returns", "2.10 Late Returns", "2.1 Late Return", "2.1 LateReturns"))
            assertNotEquals(key, SectionKey.of(name), name);
    }

    @Test
    void a_chunk_has_the_keys_of_every_section_around_it() {
        var chunk = in(
                List.of(new Section("Chapter IV", "Fees"), new Section("2.1.", "Late returns")), "2.1. Late returns");
        var keys = SectionKey.of(chunk);
        for (var name : List.of(
                "chapter iv",
                "fees",
                "Chapter IV Fees",
                "2.1",
                "2.1.",
                "Late returns",
                "2.1 Late returns",
                "2.1. Late returns")) assertTrue(keys.contains(SectionKey.of(name)), name);
        for (var name : List.of("", ".", "2", "IV", "returns", "Chapter IV Late returns"))
            assertEquals(false, keys.contains(SectionKey.of(name)), name);
    }

    @Test
    void a_chunk_that_was_stored_without_its_path_has_the_key_of_its_section() {
        var keys = SectionKey.of(in(null, "2.1 Late returns"));
        assertTrue(keys.contains(SectionKey.of("2.1 late returns")));
        assertEquals(List.of(), List.copyOf(SectionKey.of(in(null, ""))));
    }

    @Test
    void a_key_is_made_of_digits_whatever_was_written() {
        for (var name : List.of("", "\"", "a\" OR \"b", "*", "😀", "\ud800", "x".repeat(10_000)))
            assertTrue(SectionKey.of(name).digits().matches("[0-9a-f]{32}"), name);
        assertThrows(IllegalArgumentException.class, () -> new SectionKey("\"} { x"));
    }
}
