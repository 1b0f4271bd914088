package kb.chat.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import kb.chat.StandaloneQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
    private final StandaloneQuestion followUp = new FollowUp();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who wrote the tenancy agreement?         | When was it signed?                | When was the tenancy agreement signed?
            What do night porters earn?              | Why do they work alone?            | Why do night porters work alone?
            Who was Ada Merrow?                      | Where did she live in old age?     | Where did Ada Merrow live in old age?
            When does the reading room open?         | Who may use it at night?           | Who may use the reading room at night?
            Where are lost umbrellas kept?           | Can I collect them on Sunday?      | Can I collect lost umbrellas on Sunday?
            What does Article 7 of the lease forbid? | How far do tenants have to obey it?| How far do tenants have to obey Article 7 of the lease?
            Who runs the harbour museum?             | What’s shown there in winter?      | What is shown in the harbour museum in winter?""")
    void a_pronoun_is_replaced_by_what_it_stands_for(String before, String question, String whole) {
        assertEquals(whole, followUp.of(question, turns(before)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the harbour museum?      | Who paid for its new roof?           | Who paid for the harbour museum's new roof?
            What is the harbour museum?      | When was its new roof built?         | When was the harbour museum's new roof built?
            What do night porters wear?      | Are their shoes paid for?            | Are night porters' shoes paid for?
            Who was Ada Merrow?              | What is her best known letter about? | What is Ada Merrow's best known letter about?""")
    void a_possessive_that_begins_the_subject_has_its_owner_before(String before, String question, String whole) {
        assertEquals(whole, followUp.of(question, turns(before)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What does the rule of seven days say? | Who has to follow this rule?     | Who has to follow the rule of seven days?
            How did the strike of 1911 end?       | Which laws came from that strike?| Which laws came from the strike of 1911?
            What does a turnstile count?          | How much does such a thing cost? | How much does such a thing cost?
            How are late fees worked out?         | Who collects those?              | Who collects late fees?""")
    void what_is_pointed_at_is_named(String before, String question, String whole) {
        assertEquals(whole, followUp.of(question, turns(before)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How much does a lost card cost?              | What about a lost key?   | How much does a lost key cost?
            When does the library open on Saturdays?     | And on Sundays?          | When does the library open on Sundays?
            How many members joined in 2020?             | And in 2021?             | How many members joined in 2021?
            What did Boston spend on roads?              | And Chicago?             | What did Chicago spend on roads?
            What did tenants pay in Boston in 1990?      | How about in 1995?       | What did tenants pay in Boston in 1995?
            May readers borrow atlases?                  | But newspapers?          | May readers borrow atlases newspapers?
            What does a day ticket cost?                 | For students?            | What does a day ticket cost For students?
            How long is the notice period?               | What about pets?         | How long is the notice period pets?""")
    void a_fragment_takes_the_place_of_the_like_part_or_is_added(String before, String question, String whole) {
        assertEquals(whole, followUp.of(question, turns(before)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Did the council close the pool in May? | Why?                       | Why did the council close the pool in May?
            Did the council close the pool in May? | Thanks! And why?           | why did the council close the pool in May?
            Did the council close the pool in May? | Who did that?              | Who did the council close the pool in May?
            Who closed the pool?                   | When, and for how long?    | When and for how long closed the pool?
            How many lanes does the pool have?     | Since when?                | Since when lanes does the pool have?
            Was the grant for the pool refused?    | How much was it?           | How much was the grant for the pool refused?
            What is the price of a season ticket?  | Can you tell me more?      | What is the price of a season ticket?
            What is the price of a season ticket?  | Please explain that again. | What is the price of a season ticket?
            Do some countries tax books?           | Which countries?           | Which countries do some countries tax books?""")
    void asking_words_alone_ask_about_what_was_asked_before(String before, String question, String whole) {
        assertEquals(whole, followUp.of(question, turns(before)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When does the library open on Saturdays?",
                "How long does it take to renew a card?",
                "Is it possible to renew a card by post?",
                "Is it true that members may bring a dog?",
                "How much does it cost to park a car overnight?",
                "Is there a fee for lost cards?",
                "Why did the council say it would close the pool?",
                "When a member loses a card, what does it cost?",
                "Which towns changed their by-laws in 1911?",
                "What must tenants do before they leave?",
                "What happens to those who pay late?",
                "Who said that the pool would close?",
                "What will the museum show this year?",
                "And when does the library open?",
                "The pool has two gates below it. What are they?",
                "Born in Hull in 1880 he ran the ferry, who was it?",
                "Who invented penicillin?",
                "What is petrology?",
                "How to register a car?",
                "library opening hours",
                "on Saturdays opening hours of the harbour museum",
                "INV-2024/0815",
                "Who are you?",
                "Thanks!",
                "?!",
                "Was ist eine Dampfmaschine?",
                "Warum?"
            })
    void a_question_that_stands_alone_is_not_changed(String question) {
        assertEquals(question, followUp.of(question, turns("Who wrote the tenancy agreement?")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who founded the local history collection? | Ada Merrow gave it in 1931. [1]       | And how many letters did she leave? | And how many letters did Ada Merrow leave?
            Who founded the local history collection? | It was given by Ada Merrow, a nurse. | When was she born?                  | When was Ada Merrow born?
            Who founded the local history collection? | It was given by Ada Merrow, a nurse. | What is her best known letter?      | What is Ada Merrow's best known letter?
            When did librarian Ada Merrow retire?     | Tom Hale followed her.               | Where did she live?                 | Where did Ada Merrow live?
            Who founded the local history collection? | Nobody knows. It is old.             | When was he born?                   | When was he born?""")
    void a_person_is_one_of_the_question_before_or_of_its_answer_and_never_a_thing(
            String before, String answer, String question, String whole) {
        assertEquals(whole, followUp.of(question, List.of(new StandaloneQuestion.Turn(before, answer))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How much does a lost key cost?      | The same for a lost card?           | How much does a lost card cost?
            How much does a lost key cost?      | Is it the same for a lost card too? | How much does a lost card cost?
            May adults borrow atlases?          | Is that true for children too?      | May adults borrow atlases children?
            How long may students keep a book?  | And does that apply to teachers?    | How long may teachers keep a book?
            When does the library open in July? | And the same in August?             | When does the library open in August?""")
    void the_same_of_something_else_is_asked_of_that(String before, String question, String whole) {
        assertEquals(whole, followUp.of(question, turns(before)));
    }

    @Test
    void without_a_turn_before_nothing_is_changed() {
        assertEquals("Why was it closed?", followUp.of("Why was it closed?", List.of()));
    }

    @Test
    void only_the_last_turn_is_carried_over() {
        assertEquals(
                "When was the pool closed?",
                followUp.of("When was it closed?", turns("Who wrote the tenancy agreement?", "Who owns the pool?")));
    }

    @Test
    void a_subject_is_carried_from_turn_to_turn() {
        var first = "Who owns the pool?";
        var second = followUp.of("When was it closed?", turns(first));
        var third = followUp.of("Why?", turns(first, second));
        assertEquals("Why was the pool closed?", third);
        assertEquals(
                "Who was the pool closed?",
                followUp.of("By whom?", turns(first, second, third)).replace("By whom", "Who"));
    }

    @Test
    void a_page_of_text_is_no_subject() {
        assertEquals("Why was it closed?", followUp.of("Why was it closed?", turns("lorem ipsum ".repeat(1_000))));
    }

    private static List<StandaloneQuestion.Turn> turns(String... questions) {
        return Arrays.stream(questions)
                .map(question -> new StandaloneQuestion.Turn(question, ""))
                .toList();
    }
}
