package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static List<String> each(Words words) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> words.from(at, at + 1).strip())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ferry sails at 9.30, daily.    | the ferry sails at 9 30 daily
            Don't re-enter (pier 4a)!          | don t re enter pier 4a
            Übergröße ÆRØ Łódź                 | übergröße ærø łódź
            été नमस्ते                 | été नमस्ते
            東京2020、大会                      | 東京2020 大会
            x² Ⅻ 𝐀𝐛𝟏 😀 a😀b                   | x² ⅻ 𝐀𝐛𝟏 a b
            """)
    void letters_digits_and_marks_make_words(String text, String words) {
        assertEquals(List.of(words.split(" ")), each(Words.of(text)));
    }

    @Test
    void a_text_without_any_has_none() {
        assertEquals(0, Words.of("").size());
        assertEquals(0, Words.of(" … 😀 --").size());
    }

    @Test
    void words_with_a_digit_are_numbers() {
        assertEquals(
                Set.of("2020", "4a", "٣"),
                Words.of("In 2020 pier 4A, ٣ boats; 2020 again").numbers());
    }

    @Test
    void several_in_a_row_are_the_same_text_whatever_stands_between_them() {
        var words = Words.of("To the pier;\n\nthe pier, at last");
        assertEquals("to the pier ", words.from(0, 3));
        assertEquals(words.from(1, 3), words.from(3, 5));
        assertEquals("at last ", words.from(5, 7));
    }
}
