package kb.contained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kb.pages.Box;
import kb.pages.Coverage;
import kb.pages.Hiding;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Table;
import kb.pages.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageBytesTest {
    private static final Page PAGE = new Page(
            7,
            595.28,
            841.89,
            "Ein Größe\n𝒳",
            List.of(
                    new Word(new Span(0, 3), 0, new Box(7, 72, 60.2, 98.4, 70.4)),
                    new Word(new Span(4, 9), 0, new Box(7, 100, 60.2, 140.01, 70.4)),
                    new Word(new Span(10, 12), 1, new Box(7, 72, 80, 78, 90))),
            List.of(new Span(0, 9)),
            List.of(new Table(new Span(0, 12), new Span(0, 9))),
            new Coverage(Coverage.Source.OCR, 11, 2, 3, true, false, Map.of(Hiding.TINY, 4, Hiding.COVERED, 9)));

    private static final int TEXT = 20;
    private static final int COUNT = TEXT + 4 + 16;
    private static final int WORDS = COUNT + 4;

    @Test
    void what_was_written_is_read_back_equal() {
        assertEquals(PAGE, PageBytes.read(bytes()));
        var empty = new Page(1, 1, 1, "", List.of());
        assertEquals(empty, PageBytes.read(PageBytes.write(empty, 0, 100)));
    }

    @Test
    void what_is_longer_than_allowed_is_not_written() {
        var length = bytes().remaining();
        PageBytes.write(PAGE, 0, length);
        assertThrows(TooLong.class, () -> PageBytes.write(PAGE, 0, length - 1));
    }

    @Test
    void a_page_cut_off_or_with_something_behind_is_none() {
        var length = bytes().remaining();
        for (int i = 0; i < length; i++) {
            var cut = bytes().limit(i);
            assertThrows(Garbled.class, () -> PageBytes.read(cut), "cut at " + i);
        }
        var longer = ByteBuffer.allocate(length + 1).put(bytes()).rewind();
        assertThrows(Garbled.class, () -> PageBytes.read(longer));
    }

    @ParameterizedTest
    @CsvSource({
        TEXT + ", -1", // text of no length
        TEXT + ", 2147483647",
        TEXT + ", 15", // which cuts the last character
        COUNT + ", -1",
        COUNT + ", 2",
        COUNT + ", 2147483647",
        WORDS + ", -1", // a span before the text
        (WORDS + 4) + ", 5", // words that overlap
        (WORDS + 2 * 44 + 4) + ", 13", // a word that ends after the text
        (WORDS + 8) + ", 1" // a line that comes twice
    })
    void a_number_that_cannot_be_makes_it_none(int place, int number) {
        var bytes = bytes().putInt(place, number);
        assertThrows(Garbled.class, () -> PageBytes.read(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "4, NaN",
        "4, 0",
        "4, -1",
        "12, Infinity", // the page's size
        (WORDS + 12) + ", NaN",
        (WORDS + 12) + ", -Infinity",
        (WORDS + 12) + ", 98.4", // a box, the last one empty
        (WORDS + 36) + ", Infinity"
    })
    void a_measure_that_is_none_makes_it_none(int place, double measure) {
        var bytes = bytes().putDouble(place, measure);
        assertThrows(Garbled.class, () -> PageBytes.read(bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "1, -1", "14, 2", "15, -1"}) // source and flags
    void a_coverage_that_cannot_be_makes_it_none(int place, byte value) {
        var bytes = bytes();
        bytes.put(bytes.limit() - CoverageBytes.LENGTH - 1 + place, value);
        assertThrows(Garbled.class, () -> PageBytes.read(bytes));
    }

    @Test
    void whatever_the_bytes_are_it_is_a_page_or_none() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var bytes = bytes();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--)
                bytes.put(random.nextInt(bytes.limit()), (byte) random.nextInt());
            try {
                PageBytes.read(bytes);
            } catch (Garbled none) {
                continue;
            }
        }
    }

    private static ByteBuffer bytes() {
        return PageBytes.write(PAGE, 0, 1000);
    }
}
