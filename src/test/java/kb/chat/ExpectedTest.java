package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question asks for, and whether a sentence has any. */
class ExpectedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            How many books may I borrow?        | NUMBER   | You may borrow ten books.          | true
            How many books may I borrow?        | NUMBER   | You may borrow books.              | false
            How often does it meet?             | NUMBER   | It meets every Monday.             | true
            What percentage is refunded?        | NUMBER   | It is refunded.                    | false
            What is the fee for a lost card?    | NUMBER   | There is a fee for lost cards.     | false
            What is the loan fee?               | NUMBER   | The loan costs four euros.         | true
            At what temperature are maps kept?  | NUMBER   | Maps are kept in the cellar.       | false
            What is the fee called?             | ANYTHING | It is called a fine.               | true
            When was it founded?                | TIME     | It was founded in 1911.            | true
            When was it founded?                | TIME     | It was founded by a pilot.         | false
            When does it open?                  | TIME     | On Saturdays it is open.           | true
            When does it open?                  | TIME     | The doors open at nine.            | true
            When does it open?                  | TIME     | Ask at the desk.                   | false
            In what year did it open?           | TIME     | It opened after the war.           | true
            Who founded it?                     | PERSON   | Ada Merrow founded it.             | true
            Who founded it?                     | PERSON   | It was founded by a harbour pilot. | false
            Who founded it?                     | PERSON   | The founders met in a barn.        | true
            Who is Ada Merrow?                  | PERSON   | A book tells of Ada Merrow.        | false
            Why is it not open?                 | ANYTHING | The roof leaks.                    | true
            Why is it closed when it rains?     | ANYTHING | The roof leaks.                    | true
            Wie viele Karten gibt es?           | ANYTHING | Es gibt Karten.                    | true""")
    void a_sentence_has_what_is_asked_for_or_not(String question, Expected expected, String sentence, boolean has) {
        assertEquals(expected, Expected.of(question));
        assertEquals(has, expected.isIn(sentence, question));
    }
}
