package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Section;
import org.junit.jupiter.api.Test;

/** In which sections a chunk lies. */
class ChunkSectionsTest {
    private static final UUID DOCUMENT = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");
    private static final Section ROOMS = new Section("2.1", "Rooms");
    private static final Section FEES = new Section("2.1.1", "Fees");
    private static final Section LOANS = new Section("2.2", "Loans");
    private static final String SHORT = "A short text.";
    private static final String LONG = "Some text of a section that is a good deal longer than its headings are. "
            .repeat(9)
            .strip();

    private static List<List<Section>> sections(String... pages) {
        var read = new ArrayList<Page>();
        for (int number = 1; number <= pages.length; number++) read.add(ChunkerTest.page(number, pages[number - 1]));
        return new Chunker(300)
                .chunks(DOCUMENT, read).stream().map(Chunk::sections).toList();
    }

    @Test
    void a_chunk_lies_in_the_section_it_goes_on_with_and_in_those_around_it() {
        var found = sections("2.1 Rooms\n\n%s\n\n2.1.1 Fees\n\n%s".formatted(LONG, LONG));
        assertEquals(List.of(ROOMS), found.getFirst());
        assertEquals(List.of(ROOMS, FEES), found.getLast());
    }

    @Test
    void a_chunk_lies_in_every_section_that_begins_in_it() {
        var text = "2.1 Rooms\n\n%s\n\n2.1.1 Fees\n\n%s\n\n2.2 Loans\n\n%s".formatted(SHORT, SHORT, SHORT);
        assertEquals(List.of(List.of(ROOMS, FEES, LOANS)), sections(text));
    }

    @Test
    void a_section_goes_on_over_pages() {
        assertEquals(List.of(List.of(ROOMS), List.of(ROOMS)), sections("2.1 Rooms\n\n" + SHORT, "It goes on here."));
    }

    @Test
    void before_the_first_heading_there_is_none() {
        var found = sections(LONG + "\n\n2.1 Rooms\n\n" + LONG);
        assertEquals(List.of(), found.getFirst());
        assertEquals(List.of(ROOMS), found.getLast());
    }
}
