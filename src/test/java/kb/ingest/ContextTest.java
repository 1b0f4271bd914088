package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Table;
import org.junit.jupiter.api.Test;

class ContextTest {
    private static final UUID DOCUMENT = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");
    private static final String HEADER = "Room\tSeats";
    private static final String ROWS = IntStream.range(10, 60)
            .mapToObj(i -> "Room of Dr. Merrow, number " + i + "\t" + 3 * i)
            .collect(Collectors.joining("\n"));

    private static Page page(String before) {
        var table = HEADER + "\n" + ROWS;
        var plain = ChunkerTest.page(1, before + "\n\n" + table);
        var start = before.length() + 2;
        var tables =
                List.of(new Table(new Span(start, start + table.length()), new Span(start, start + HEADER.length())));
        return new Page(1, 595, 8420, plain.text(), plain.words(), List.of(), tables);
    }

    @Test
    void each_chunk_of_a_table_holds_whole_rows_and_is_searched_with_the_header() {
        var chunks = new Chunker(300, String::length).chunks(DOCUMENT, Optional.empty(), List.of(page("2.1 Rooms")));
        assertTrue(chunks.size() > 3);
        for (var chunk : chunks.subList(1, chunks.size())) {
            assertEquals("2.1 Rooms\n" + HEADER, chunk.context());
            assertEquals("2.1 Rooms\n" + HEADER + "\n\n" + chunk.text(), chunk.searched());
            assertTrue(
                    chunk.text().lines().allMatch(row -> row.matches("Room of Dr\\. Merrow, number \\d+\t\\d+")),
                    chunk::text);
        }
    }

    @Test
    void what_the_chunk_says_itself_is_not_repeated() {
        var first = new Chunker(300, String::length)
                .chunks(DOCUMENT, Optional.empty(), List.of(page("2.1 Rooms")))
                .getFirst();
        assertTrue(first.text().startsWith("2.1 Rooms\n\n" + HEADER + "\nRoom of"), first.text());
        assertEquals("", first.context());
        assertEquals(first.text(), first.searched());
    }

    @Test
    void the_document_s_title_comes_first_unless_the_context_gets_too_long() {
        var page = page("2.1 Rooms");
        var chunks = new Chunker(300, String::length).chunks(DOCUMENT, Optional.of("The library"), List.of(page));
        assertEquals("The library", chunks.getFirst().context());
        assertEquals("The library\n2.1 Rooms\n" + HEADER, chunks.getLast().context());
        var long100 = "long ".repeat(20).strip();
        var without = new Chunker(300, String::length).chunks(DOCUMENT, Optional.of(long100), List.of(page));
        assertEquals("2.1 Rooms\n" + HEADER, without.getLast().context());
    }

    @Test
    void a_section_is_named_with_those_it_lies_in() {
        var text = "Some text of a section that is a good deal longer than its headings are. "
                .repeat(9)
                .strip();
        var page = ChunkerTest.page(1, "2.1 Rooms\n\n%s\n\n2.1.1 Fees\n\n%s".formatted(text, text));
        var chunks = new Chunker(300, String::length).chunks(DOCUMENT, Optional.empty(), List.of(page));
        assertEquals("2.1 Rooms > 2.1.1 Fees", chunks.getLast().context());
        assertEquals("2.1.1 Fees", chunks.getLast().section());
    }
}
