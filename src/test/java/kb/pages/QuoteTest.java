package kb.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {
    private static final String PAGE = "  The fee is\nfour  euros.\n\nThe fee is small. ";

    private static Optional<String> found(String quote, int near) {
        return Quote.find(PAGE, quote, near).map(span -> PAGE.substring(span.start(), span.end()));
    }

    @Test
    void a_quote_is_found_however_its_white_space_runs() {
        assertEquals(Optional.of(new Span(2, 25)), Quote.find(PAGE, "The fee is four euros.", 0));
        assertEquals(Optional.of("is\nfour  euros"), found(" is \t four\neuros ", 0));
        assertEquals(Optional.of("euros.\n\nThe"), found("euros. The", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the fee is four euros.",
                "The fee is five euros.",
                "The fee is foureuros.",
                "Thefee",
                "The fee is four euros. The fee is large.",
                "The fee is small. And more",
                "fee-is",
                ""
            })
    void nothing_else_may_differ(String quote) {
        assertEquals(Optional.empty(), Quote.find(PAGE, quote, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "2, 2", "3, 27", "27, 27", "28, 2", "45, 2", "4000, 2", "-5, 2"})
    void of_two_places_the_first_one_from_near_on_is_taken(int near, int start) {
        assertEquals(start, Quote.find(PAGE, "The fee is", near).orElseThrow().start());
    }

    @Test
    void a_quote_of_white_space_only_is_none() {
        assertEquals(Optional.empty(), Quote.find(PAGE, " \n", 0));
        assertEquals(Optional.empty(), Quote.find("", "a", 0));
    }

    @Test
    void a_place_where_the_quote_only_begins_does_not_hide_the_one_where_it_stands() {
        assertEquals(Optional.of(new Span(3, 7)), Quote.find("aabaaac", "aaac", 0));
        assertEquals(Optional.of(new Span(0, 1)), Quote.find("a", "a", 0));
        assertEquals(Optional.empty(), Quote.find("a", "ab", 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_stands_on_the_page_is_found_and_says_the_same(long seed) {
        var random = new Random(seed);
        var page = new StringBuilder();
        for (int i = 0; i < 300; i++) page.append("ab \n".charAt(random.nextInt(4)));
        for (int i = 0; i < 300; i++) {
            var start = random.nextInt(page.length());
            var quote = page.substring(start, start + random.nextInt(page.length() - start));
            if (quote.isBlank()) continue;
            var span = Quote.find(page.toString(), quote.replaceAll("\\s+", " "), start)
                    .orElseThrow();
            var there = page.substring(span.start(), span.end());
            assertEquals(quote.strip().replaceAll("\\s+", " "), there.replaceAll("\\s+", " "));
            assertEquals(there, there.strip());
        }
    }
}
