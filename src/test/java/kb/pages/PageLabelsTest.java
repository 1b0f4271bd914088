package kb.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kb.pages.PageLabels.Range;
import kb.pages.PageLabels.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLabelsTest {
    @Test
    void each_page_has_the_label_of_the_range_it_lies_in() {
        var labels = new PageLabels(List.of(
                new Range(2, "", Style.SMALL_ROMAN, 1),
                new Range(5, "", Style.DECIMAL, 1),
                new Range(8, "A-", Style.DECIMAL, 10),
                new Range(9, "Cover", Style.NONE, 1)));
        assertEquals(Optional.empty(), labels.of(1));
        assertEquals(Optional.of("i"), labels.of(2));
        assertEquals(Optional.of("iii"), labels.of(4));
        assertEquals(Optional.of("1"), labels.of(5));
        assertEquals(Optional.of("A-10"), labels.of(8));
        assertEquals(Optional.of("Cover"), labels.of(9));
        assertEquals(Optional.of("Cover"), labels.of(5000));
        assertEquals(Optional.empty(), PageLabels.NONE.of(1));
    }

    @ParameterizedTest
    @CsvSource({
        "ROMAN, 1, I",
        "ROMAN, 1994, MCMXCIV",
        "ROMAN, 3999, MMMCMXCIX",
        "ROMAN, 4000, 4000",
        "SMALL_ROMAN, 48, xlviii",
        "LETTERS, 1, A",
        "LETTERS, 26, Z",
        "LETTERS, 27, AA",
        "SMALL_LETTERS, 130, zzzzz",
        "SMALL_LETTERS, 131, 131",
        "DECIMAL, 1000000, 1000000"
    })
    void a_number_is_written_in_its_style(Style style, int number, String label) {
        assertEquals(Optional.of(label), new PageLabels(List.of(new Range(1, "", style, number))).of(1));
    }
}
