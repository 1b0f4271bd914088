package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names and numbers of a question, and which of them a text does not speak of. */
class SubjectsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            What is William Jones's nationality?      | [William, Jones]   | It is named after William Rankine. | [Jones]
            Did the Hurd's port to ARM64 succeed?     | [Hurd, ARM64]      | the hurd on arm-64                 | []
            How much did Best Buy earn in FY2022?     | [Best, Buy, FY2022] | BESTBUY_2022_10K.pdf              | []
            What is rule E10? When did I agree?       | [E10]              | rules E1 and E20                   | [E10]
            When does the Café open?                  | [Café]             | the cafe is open                   | []
            Who painted it?                           | []                 | Rembrandt                          | []
            WHAT IS THE FEE IN GHENT?                 | []                 | nothing                            | []
            Was kostet die Karte in Gent?             | []                 | nichts                             | []""")
    void what_a_question_is_about_and_what_is_strange_to_a_text(
            String question, String subjects, String text, String strange) {
        assertEquals(subjects, Subjects.of(question).all().toString());
        assertEquals(strange, Subjects.of(question).strange(List.of(text)).toString());
    }
}
