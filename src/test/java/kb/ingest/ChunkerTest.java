package kb.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerTest {
    private static final UUID DOCUMENT = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");

    @Test
    void a_short_page_is_one_chunk() {
        var chunks = chunks(900, "Tea is a drink. It is brewed from leaves.");
        assertEquals(List.of("Tea is a drink. It is brewed from leaves."), texts(chunks));
    }

    @Test
    void an_empty_page_has_no_chunks_and_positions_count_on() {
        var chunks = chunks(900, "First page.", "", "Third page.");
        assertEquals(List.of(0, 1), chunks.stream().map(Chunk::position).toList());
        assertEquals(List.of(1, 3), chunks.stream().map(Chunk::page).toList());
    }

    @Test
    void a_cut_paragraph_repeats_a_sentence() {
        var chunks = chunks(450, sentences(0, 10));
        assertTrue(chunks.size() > 1);
        for (int i = 1; i < chunks.size(); i++) {
            var last = chunks.get(i - 1).text().split("(?<=\\.) ");
            assertTrue(
                    chunks.get(i).text().startsWith(last[last.length - 1]),
                    chunks.get(i).text());
        }
    }

    @Test
    void a_chunk_more_than_half_full_ends_with_its_paragraph() {
        var chunks = chunks(900, sentences(0, 6) + "\n\n" + sentences(6, 12));
        assertEquals(List.of(sentences(0, 6), sentences(6, 12)), texts(chunks));
    }

    @Test
    void a_short_tail_joins_the_chunk_before_it() {
        var text = sentences(0, 9) + "\n\nA short tail.";
        assertEquals(List.of(text), texts(chunks(text.length() - 5, text)));
    }

    @Test
    void a_numbered_heading_names_the_section_until_the_next_one() {
        var chunks = chunks(
                300,
                "Preface text without a heading. " + sentences(0, 3) + "\n\n2.1 Brewing\n\n" + sentences(3, 6),
                sentences(6, 9));
        assertEquals("", chunks.getFirst().section());
        assertEquals("2.1 Brewing", chunks.getLast().section());
        assertEquals(2, chunks.getLast().page());
    }

    @Test
    void a_list_stays_whole_with_the_sentence_that_leads_to_it() {
        var list = "Before you brew, see to these:\n\n1. Fill the kettle.\n2. Warm the pot.\n3. Count the leaves.";
        var chunks = chunks(400, sentences(0, 4) + "\n\n" + list);
        assertEquals(List.of(sentences(0, 4), list), texts(chunks));
    }

    @Test
    void a_heading_begins_a_chunk_and_stays_with_its_text() {
        var chunks = chunks(
                400, sentences(0, 2) + "\n\n2.1 Brewing\n\n" + sentences(2, 4) + "\n\n2.2 Pouring\n\nPour slowly.");
        var expected = List.of(sentences(0, 2), "2.1 Brewing\n\n" + sentences(2, 4), "2.2 Pouring\n\nPour slowly.");
        assertEquals(expected, texts(chunks));
    }

    @Test
    void no_chunk_is_longer_than_it_may_be_by_the_counter_it_is_given() {
        var page = page(1, "資料".repeat(400) + " " + "leaf ".repeat(300));
        ToIntFunction<String> counter =
                text -> text.codePoints().map(letter -> letter > 0x3000 ? 2 : 1).sum();
        for (var chunk : new Chunker(100, counter).chunks(DOCUMENT, Optional.empty(), List.of(page))) {
            assertTrue(counter.applyAsInt(chunk.text()) <= 110, chunk::text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_the_pages_the_promises_hold(long seed) {
        var random = new Random(seed);
        var pages = new ArrayList<Page>();
        for (int i = 1; i <= 5; i++) pages.add(page(i, randomText(random)));
        var chunks = new Chunker(900, String::length).chunks(DOCUMENT, Optional.empty(), pages);
        assertEquals(
                chunks, new Chunker(900, String::length).chunks(DOCUMENT, Optional.empty(), pages), "the same again");
        assertEquals(chunks.size(), new HashSet<>(chunks.stream().map(Chunk::id).toList()).size(), "ids are unique");
        for (var chunk : chunks) {
            assertEquals(pages.get(chunk.page() - 1).text(chunk.span()), chunk.text());
            assertEquals(chunk.text().strip(), chunk.text());
            assertFalse(chunk.boxes().isEmpty());
            assertTrue(chunk.text().length() <= 1.3 * 900);
        }
        var running = Structure.of(pages).running();
        for (var page : pages) assertCovered(page, running, chunks);
    }

    private static void assertCovered(Page page, RunningLines running, List<Chunk> chunks) {
        for (var word : page.words()) {
            if (running.hold(page.number(), word.span())) continue;
            assertTrue(
                    chunks.stream()
                            .anyMatch(chunk -> chunk.page() == page.number()
                                    && chunk.span().start() <= word.span().start()
                                    && chunk.span().end() >= word.span().end()),
                    () -> "in no chunk: " + page.text(word.span()));
        }
    }

    private static String randomText(Random random) {
        var ends = List.of(" ", " ", " ", " ", ", ", ". ", "\n", "\n\n", ".\n");
        return IntStream.range(0, random.nextInt(800))
                .mapToObj(i -> "w".repeat(1 + random.nextInt(9)) + ends.get(random.nextInt(ends.size())))
                .collect(Collectors.joining());
    }

    /** Sentences of about 90 characters. */
    private static String sentences(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        "The sentence number %d says that leaves of tea want water just off the boil, never colder."
                                .formatted(i))
                .collect(Collectors.joining(" "));
    }

    private static List<Chunk> chunks(int size, String... texts) {
        var pages = new ArrayList<Page>();
        for (var text : texts) pages.add(page(pages.size() + 1, text));
        return new Chunker(size, String::length).chunks(DOCUMENT, Optional.empty(), pages);
    }

    private static List<String> texts(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::text).toList();
    }

    /** A page whose lines stand below one another. */
    static Page page(int number, String text) {
        var words = new ArrayList<Word>();
        var word = Pattern.compile("\\S+").matcher(text);
        while (word.find()) {
            var line = (int) text.substring(0, word.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            var box = new Box(number, words.size(), line * 12, words.size() + 1, line * 12 + 10);
            words.add(new Word(new Span(word.start(), word.end()), line, box));
        }
        return new Page(number, 595, 842, text, words);
    }
}
