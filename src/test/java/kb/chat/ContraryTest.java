package kb.chat;

import static kb.chat.Candidates.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kb.search.Analyser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions, the sentence nearest to each, and what is wrong with it. */
class ContraryTest {
    private static final String DENIES_NOTHING = "no sentence near the question tells what is not so";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            What may members not borrow?            | Members may borrow books.           | DENIES_NOTHING
            What may members not borrow?            | Maps can't be borrowed.             |
            What may members not borrow?            | Maps are excluded from lending.     |
            What may members not borrow?            | Maps are unavailable to members.    |
            What may members not borrow?            | Until May units lie under the roof. | DENIES_NOTHING
            Which rooms don't open on Monday?       | The map room opens on Monday.       | DENIES_NOTHING
            Where are no maps kept?                 | Maps are kept in the cellar.        | DENIES_NOTHING
            Where does nobody read?                 | People read in the hall.            | DENIES_NOTHING
            Why is it not open?                     | The roof leaks.                     |
            What do I pay if I can't return a book? | The price of the book is due.       |
            What happens when there is no light?    | The porter brings a lamp.           |
            When is the last bus?                   | The first bus leaves at six.        | the sentence nearest to the question says “first”, not “last”
            When is the last bus?                   | The first and the last bus are full. |
            When is the last bus?                   | Buses leave at six.                 |
            Is the first or the last bus full?      | The first bus is full.              |
            What is the YOUNGEST member called?     | The oldest member is called Ada.    | the sentence nearest to the question says “oldest”, not “youngest”
            When did the fee decrease?              | The fee increased in 1911.          | the sentence nearest to the question says “increased”, not “decrease”
            Wann fährt der letzte Bus nicht?        | Der erste Bus fährt um sechs.       |""")
    void a_near_sentence_says_the_contrary_or_not(String question, String sentence, String wrong) {
        var expected = "DENIES_NOTHING".equals(wrong) ? DENIES_NOTHING : wrong;
        assertEquals(expected, new Contrary(question).in(sentence).orElse(null));
    }

    @Test
    void a_question_whose_nearest_sentence_says_the_contrary_is_not_answered_by_one_further_away() {
        var first = candidate("The first day to return a lost card is Monday.", 0.6);
        var other = candidate("A day later a lost card is blocked.", 0.5);
        assertTrue(weighed("What is the day to return a lost card?", first, other)
                .getFirst()
                .suffices());
        var weighed = weighed("What is the last day to return a lost card?", first, other);
        assertFalse(weighed.getFirst().suffices());
        assertEquals(
                Optional.of("the sentence nearest to the question says “first”, not “last”"),
                Evidence.lacking(weighed));
        assertTrue(Evidence.worthReading(weighed), "a model sees for itself");
        var last = candidate("The last day to return a lost card is Friday.", 0.6);
        assertTrue(weighed("What is the last day to return a lost card?", first, last)
                .getFirst()
                .suffices());
    }

    private static List<Evidence.Weighed> weighed(String question, Candidate... all) {
        return new Evidence(new Analyser()).weigh(question, Optional.empty(), List.of(all));
    }
}
