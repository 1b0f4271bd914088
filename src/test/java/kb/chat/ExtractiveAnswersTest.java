package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.files.DocumentFiles;
import kb.masking.Masking;
import kb.pages.Box;
import kb.pages.Page;
import kb.pages.Span;
import kb.pages.Word;
import kb.people.Tenant;
import kb.search.Analyser;
import kb.search.Meaning;
import kb.search.Passage;
import kb.search.SearchService;
import kb.search.Selection;
import kb.search.Vector;
import org.junit.jupiter.api.Test;

class ExtractiveAnswersTest {
    private static final Tenant TENANT = new Tenant("t1");
    private static final UUID DOCUMENT = new UUID(0x7000, 1);
    private static final String PAGE =
            "Opening hours follow.\n\nThe fee for a lost\ncard is four euros. Ask at the desk.";
    private static final String QUESTION = "What is the fee for a lost card?";

    private final DocumentFiles files = new DocumentFiles(new ObjectsInMap(new HashMap<>()));
    private final List<ChatEvent> events = new ArrayList<>();

    private static Passage passage(String text, int start) {
        return new Passage(
                new UUID(0, 1),
                DOCUMENT,
                "a.pdf",
                2,
                3,
                "1.1 Fees",
                text,
                new Span(start, start + text.length()),
                List.of(new Box(3, 0, 0, 1, 1)),
                1,
                new Passage.Parts(1, 0));
    }

    private Answer answer(Passage... passages) {
        var embedder = Remote.embedder(
                "a: 1.1 Fees\nAsk at the desk.", "a: 1.1 Fees\nOpening hours follow.", "a: 1.1 Fees\nIt rains.");
        var answers = new ExtractiveAnswers(files, new Evidence(new Analyser()), Masking.NONE);
        var meaning = new Meaning(embedder, Vector.of(new float[] {1, 0}));
        var found = new SearchService.Found(List.of(passages), Optional.of(meaning), List.of());
        return answers.answer(new Question(QUESTION, Selection.all(TENANT), false), found, events::add);
    }

    private void store(int number) {
        var word = new Word(new Span(23, 42), 2, new Box(number, 72, 100, 200, 110));
        var pages = new ArrayList<Page>();
        while (pages.size() < number - 1) pages.add(new Page(pages.size() + 1, 595, 842, "", List.of()));
        pages.add(new Page(number, 595, 842, PAGE, List.of(word)));
        files.putPages(TENANT, DOCUMENT, pages);
    }

    @Test
    void the_sentence_that_answers_is_quoted_as_it_stands_on_its_page() {
        store(3);
        var answer = answer(passage("The fee for a lost\ncard is four euros. Ask at the desk.", 23));
        assertEquals(AnswerStatus.ANSWERED, answer.status());
        assertEquals("extractive", answer.mode());
        assertEquals("The fee for a lost card is four euros. [1]", answer.content());
        var box = new Box(3, 72, 100, 200, 110);
        var quote = "The fee for a lost\ncard is four euros.";
        var citation = new Citation(1, DOCUMENT, "a.pdf", 2, 3, "1.1 Fees", new Span(23, 61), List.of(box), quote);
        assertEquals(List.of(citation), answer.citations());
        assertEquals(
                List.of(
                        new ChatEvent.Text("The fee for a lost card is four euros. [1]"),
                        new ChatEvent.Cited(citation)),
                events);
        assertEquals(Optional.of(1.0), answer.evidence());
        assertEquals(0, answer.droppedQuotes());
        assertEquals(List.of(), answer.passages());
    }

    @Test
    void what_does_not_stand_on_its_page_is_not_said() {
        store(3);
        var answer = answer(passage("The fee for a lost card is nine euros.", 23));
        assertEquals(AnswerStatus.UNSUPPORTED, answer.status());
        assertEquals("", answer.content());
        assertEquals(1, answer.droppedQuotes());
        assertEquals(1, answer.passages().size());
        assertEquals(List.of(), events);
    }

    @Test
    void a_page_that_is_not_stored_supports_nothing() {
        assertEquals(
                AnswerStatus.UNSUPPORTED,
                answer(passage("The fee for a lost card is four euros.", 23)).status());
        store(4);
        assertEquals(
                AnswerStatus.UNSUPPORTED,
                answer(passage("The fee for a lost card is four euros.", 23)).status());
    }

    @Test
    void one_that_stands_and_one_that_does_not_are_told_apart_and_numbers_have_no_gap() {
        store(3);
        var answer = answer(
                passage("The fee for a lost card is nine euros.", 23),
                passage("The fee for a lost card is four euros.", 23));
        assertEquals("The fee for a lost card is four euros. [1]", answer.content());
        assertEquals(1, answer.droppedQuotes());
    }

    @Test
    void a_sentence_is_told_as_plain_text_and_quoted_as_it_stands() {
        var page = "The fee for a lost card is ![x](https://evil.example/?q=1) four <b>euros</b> [7].";
        files.putPages(TENANT, DOCUMENT, List.of(new Page(1, 595, 842, page, List.of())));
        var passage = new Passage(
                new UUID(0, 1),
                DOCUMENT,
                "a.pdf",
                1,
                1,
                "",
                page,
                new Span(0, page.length()),
                List.of(),
                1,
                new Passage.Parts(1, 0));
        var answer = answer(passage);
        assertEquals("The fee for a lost card is (link) four euros . [1]", answer.content());
        assertEquals(page, answer.citations().getFirst().quote());
    }

    @Test
    void too_little_evidence_is_no_answer_and_shows_the_nearest_passages() {
        store(3);
        var rain = passage("It rains.", 0);
        var answer = answer(rain, rain, rain, rain, rain, rain);
        assertEquals(AnswerStatus.NOT_IN_DOCUMENTS, answer.status());
        assertEquals(5, answer.passages().size());
        assertEquals(List.of(), events);
        assertEquals(AnswerStatus.NOT_IN_DOCUMENTS, answer().status());
    }
}
