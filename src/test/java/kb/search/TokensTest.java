package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "tea, 1",
        "'The kettle is on.', 6",
        "correspondence, 3",
        "12345, 2",
        "a1b2, 4",
        "'$ 7.50', 4",
        "資料, 2",
        "'Größe', 4"
    })
    void a_text_has_rather_more_than_models_make_of_it(String text, int tokens) {
        assertEquals(tokens, Tokens.estimate(text));
    }
}
