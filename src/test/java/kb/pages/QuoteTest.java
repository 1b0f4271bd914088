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
    @CsvSource(
            delimiter = '|',
            value = {
                "the exam-\\nple stands    | example           | a divided word joined",
                "the well-\\nknown place   | well-known place  | or with its hyphen",
                "the exam-\\nple stands    | exam- ple         | or as it was copied",
                "of \uFB01nance and        | finance           | a ligature",
                "caf\u0065\u0301 noir      | caf\u00e9 noir     | a letter and its accent",
                "a\u00adsoft hyphen       | asoft hyphen      | what is not seen",
                "on\u200bly this          | only this         | likewise",
                "four\u00a0euros          | four euros        | another space",
                "\uff21\uff22\uff11 wide    | AB1 wide          | wide letters"
            })
    void how_a_letter_is_written_and_a_word_divided_makes_no_difference(String page, String quote, String what) {
        var text = page.translateEscapes();
        var span = Quote.find(text, quote.translateEscapes(), 0).orElseThrow(() -> new AssertionError(what));
        assertEquals(text.substring(span.start(), span.end()).strip(), text.substring(span.start(), span.end()));
    }

    @ParameterizedTest
    @CsvSource({
        "10² metres, 102 metres",
        "½ of it, 1/2 of it",
        "re-sign it, resign it",
        "“so” it is, \"so\" it is",
        "it costs 450 euros, it costs 405 euros",
        "the exam-\\nple, exam",
        "Fee, fee"
    })
    void a_digit_a_hyphen_in_a_line_and_a_mark_do(String page, String quote) {
        assertEquals(Optional.empty(), Quote.findWhole(page.translateEscapes(), quote, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an unprofitable year | profitable year",
                "an un-\\nprofitable year | profitable year",
                "a non-profit body    | profit body",
                "it is 1,450 euros    | 450 euros",
                "it is 14.50 euros    | 50 euros",
                "it is -5.2 percent   | 5.2 percent",
                "it is (5.2) percent  | 5.2",
                "up by 12.5           | up by 12",
                "up by 12 %           | up by 1",
                "up by 12%            | up by 12",
                "10² metres           | 10",
                "he is profit-free    | he is profit"
            })
    void a_part_of_a_word_or_of_a_number_is_no_whole_quote(String page, String quote) {
        assertEquals(Optional.empty(), Quote.findWhole(page.translateEscapes(), quote, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it is 1,450 euros.  | 1,450 euros",
                "it is -5.2 percent  | -5.2 percent",
                "from 2019-2020 on   | 2020 on",
                "(see page 5)        | see page 5",
                "费用是四欧元          | 四欧元",
                "profit. profitable  | profit"
            })
    void whole_words_and_numbers_are(String page, String quote) {
        var span = Quote.findWhole(page, quote, 0).orElseThrow();
        assertEquals(quote, page.substring(span.start(), span.end()));
    }

    @Test
    void of_a_part_and_a_whole_the_whole_is_found() {
        assertEquals(Optional.of(new Span(13, 19)), Quote.findWhole("unprofitable profit", "profit", 0));
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
