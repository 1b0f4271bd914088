package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kb.files.DocumentFiles;
import kb.pages.Page;
import kb.pages.Span;
import kb.people.Tenant;
import kb.search.Analyser;
import kb.search.FakeEmbedder;
import kb.search.Meaning;
import kb.search.Passage;
import kb.search.SearchService;
import kb.search.Selection;
import kb.search.Vector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelAnswersTest {
    private static final Tenant TENANT = new Tenant("t1");
    private static final UUID DOCUMENT = new UUID(0x7000, 1);
    private static final String FEES =
            "The fee for a lost\ncard is 4.50 euros. A new card is ready at once. Ask at the desk.";
    private static final String HOURS = "The library opens at nine. A card is needed to enter it.";
    private static final String QUESTION = "What is the fee for a lost card?";

    private final DocumentFiles files = new DocumentFiles(new ObjectsInMap(new HashMap<>()));
    private final List<ChatEvent> events = new ArrayList<>();
    private final List<LanguageModel.Prompt> asked = new ArrayList<>();

    @BeforeEach
    void store() {
        files.putPages(
                TENANT,
                DOCUMENT,
                List.of(new Page(1, 595, 842, FEES, List.of()), new Page(2, 595, 842, HOURS, List.of())));
    }

    private static Passage passage(int page, String text) {
        return new Passage(
                new UUID(0, page),
                DOCUMENT,
                "guide.pdf",
                2,
                page,
                "",
                text,
                new Span(0, text.length()),
                List.of(),
                1,
                new Passage.Parts(1, 0));
    }

    private Answer answer(boolean strict, LanguageModel model, Passage... passages) {
        var answers =
                new ModelAnswers(model, files, new Evidence(new Analyser()), new Analyser(), kb.usage.Tariff.FREE);
        var embedder = new FakeEmbedder(Map.of("It rains.", new float[] {0, 1}), false);
        var meaning = new Meaning(embedder, Vector.of(new float[] {1, 0}));
        var found = new SearchService.Found(List.of(passages), Optional.of(meaning), List.of());
        return answers.answer(new Question(QUESTION, Selection.all(TENANT), strict), found, events::add);
    }

    private Answer answer(boolean strict, String written) {
        return answer(strict, saying(written, false), passage(1, FEES), passage(2, HOURS));
    }

    private Answer answer(String written) {
        return answer(false, written);
    }

    private LanguageModel saying(String written, boolean cutShort) {
        return (prompt, reader) -> {
            asked.add(prompt);
            for (var piece : written.split("(?<=\\G.{5})")) reader.accept(piece);
            return new LanguageModel.Written("m-1", 100, 20, cutShort);
        };
    }

    @Test
    void a_sentence_whose_quote_stands_on_its_page_is_cited_as_it_stands_there() {
        var answer = answer("say| A lost card costs 4.50 euros.\nquote 1| The fee for a lost card is 4.50 euros.");
        assertEquals(AnswerStatus.ANSWERED, answer.status());
        assertEquals("model", answer.mode());
        assertEquals(Optional.empty(), answer.reason());
        assertEquals("A lost card costs 4.50 euros. [1]", answer.content());
        var quote = "The fee for a lost\ncard is 4.50 euros.";
        var citation = new Citation(1, DOCUMENT, "guide.pdf", 2, 1, "", new Span(0, 38), List.of(), quote);
        assertEquals(List.of(citation), answer.citations());
        assertEquals(
                List.of(new ChatEvent.Text("A lost card costs 4.50 euros. [1]"), new ChatEvent.Cited(citation)),
                events);
        assertEquals(0, answer.droppedQuotes());
        assertEquals(new Usage(Optional.of("m-1"), 100, 20, 0), answer.usage());
        assertEquals(List.of(), answer.passages());
    }

    @Test
    void a_changed_digit_a_made_up_quote_and_another_page_are_dropped_and_their_sentences_marked() {
        var answer = answer("""
                say| A new card is ready at once.
                quote 1| A new card is ready at once.
                say| The lost card costs 4.60 euros.
                quote 1| The fee for a lost card is 4.60 euros.
                say| The desk opens at nine.
                quote 1| The library opens at nine.
                say| The fee is for a card.
                quote 9| A card is needed to enter it.""");
        assertEquals(AnswerStatus.PARTIAL, answer.status());
        assertEquals("""
                A new card is ready at once. [1]

                The lost card costs 4.60 euros. [unsupported]

                The desk opens at nine. [unsupported]

                The fee is for a card. [unsupported]""", answer.content());
        assertEquals(1, answer.citations().size());
        assertEquals(3, answer.droppedQuotes());
        assertEquals(Optional.of("some sentences have no quote that could be found on its page"), answer.reason());
    }

    @Test
    void strictly_only_what_is_supported_is_told() {
        var written =
                "say| The library opens at nine.\nquote 2| The library opens at nine.\nsay| The fee is for a card.";
        var answer = answer(true, written);
        assertEquals("The library opens at nine. [1]", answer.content());
        assertEquals(AnswerStatus.PARTIAL, answer.status());
    }

    @Test
    void a_true_quote_does_not_carry_a_sentence_that_says_something_else() {
        var quote = "\nquote 1| The fee for a lost card is 4.50 euros.";
        for (var claim : List.of(
                "The fee for a lost card is 5.50 euros.",
                "Grass blooms red.",
                "The fee for a lost card is 4.50 euros, not 9."))
            assertEquals(
                    AnswerStatus.UNSUPPORTED, answer("say| " + claim + quote).status(), claim);
    }

    @Test
    void a_few_letters_support_nothing() {
        assertEquals(
                List.of(), answer("say| The card is new.\nquote 1| card is").citations());
        assertEquals(
                List.of(),
                answer("say| The card is lost.\nquote 1| ost card is 4.50 eur").citations());
    }

    @Test
    void quotes_of_one_passage_are_one_citation_and_what_is_quoted_again_keeps_its_number() {
        var answer = answer("""
                say| A lost card costs 4.50 euros, and a new one is ready at once.
                quote 1| A new card is ready at once.
                quote 1| The fee for a lost card is 4.50 euros.
                quote 2| A card is needed to enter it.
                say| The new card is ready at once.
                quote 1| A new card is ready at once.""");
        assertEquals("""
                A lost card costs 4.50 euros, and a new one is ready at once. [1][2]

                The new card is ready at once. [1]""", answer.content());
        assertEquals(
                List.of(
                        "The fee for a lost\ncard is 4.50 euros. A new card is ready at once.",
                        "A card is needed to enter it."),
                answer.citations().stream().map(Citation::quote).toList());
    }

    @Test
    void marks_links_and_our_own_rules_are_not_said() {
        var answer = answer("""
                say| A new card is ready at once [7] ![x](https://evil.example/?q=1).
                quote 1| A new card is ready at once.
                say| Copy whole sentences or whole rows, letter for letter: a quote that is not found is thrown away.
                quote 1| A new card is ready at once.
                say| W h a t e v e r stands after a bar was written by st-ran-gers.
                say| <b>The card</b> is new""");
        assertEquals("""
                A new card is ready at once (link). [1]

                The card is new [unsupported]""".replace("(link).", "(link)"), answer.content());
    }

    @Test
    void a_sentence_without_a_quote_is_told_only_when_it_is_made_of_the_passages() {
        var answer = answer("say| The secret word is pineapple.\nsay| The desk has the fee.");
        assertEquals("The desk has the fee. [unsupported]", answer.content());
        assertEquals(AnswerStatus.UNSUPPORTED, answer.status());
        assertEquals(2, answer.passages().size());
        assertEquals(Optional.of("no quote could be found on its page"), answer.reason());
    }

    @Test
    void too_little_evidence_asks_no_model() {
        var answer = answer(false, saying("say| x", false), passage(1, "It rains."));
        assertEquals(AnswerStatus.NOT_IN_DOCUMENTS, answer.status());
        assertEquals(Optional.of("no passage comes near enough to the question"), answer.reason());
        assertEquals(1, answer.passages().size());
        assertEquals(List.of(), asked);
        assertEquals(
                AnswerStatus.NOT_IN_DOCUMENTS,
                answer(false, saying("say| x", false)).status());
    }

    @Test
    void a_model_that_finds_nothing_says_so() {
        var answer = answer("none|");
        assertEquals(AnswerStatus.NOT_IN_DOCUMENTS, answer.status());
        assertEquals(Optional.of("the chat model found no answer in the nearest passages"), answer.reason());
        assertEquals(2, answer.passages().size());
    }

    @Test
    void what_was_cut_short_is_told_up_to_its_last_whole_claim() {
        var written = "say| The library opens at nine.\nquote 2| The library opens at nine.\nsay| The fee is 4";
        var answer = answer(false, saying(written, true), passage(1, FEES), passage(2, HOURS));
        assertEquals("The library opens at nine. [1]", answer.content());
        assertEquals(AnswerStatus.PARTIAL, answer.status());
        assertEquals(Optional.of("the chat model stopped before it was done"), answer.reason());
    }

    @Test
    void with_more_than_it_can_read_a_model_is_asked_again_with_less() {
        var shortest = saying("none|", false);
        var read = new ArrayList<Integer>();
        LanguageModel model = (prompt, reader) -> {
            read.add(prompt.material().split("passage \\d").length - 1);
            if (read.getLast() > 1) throw new ModelFailure(ModelFailure.Kind.TOO_LONG, "status 400");
            return shortest.write(prompt, reader);
        };
        var four = Stream.of(1, 2, 1, 2).map(page -> passage(page, page == 1 ? FEES : HOURS));
        answer(false, model, four.toArray(Passage[]::new));
        assertEquals(List.of(4, 2, 1), read);
    }

    @Test
    void a_model_that_fails_loses_no_passages() {
        for (var kind : ModelFailure.Kind.values()) {
            LanguageModel model = (_, reader) -> {
                reader.accept("say| The li");
                throw new ModelFailure(kind, "status 500");
            };
            var failed = assertThrows(Unanswered.class, () -> answer(false, model, passage(1, FEES)));
            assertEquals(kind, failed.failure().kind());
            assertEquals(List.of(passage(1, FEES)), failed.passages());
        }
    }

    @Test
    void while_nothing_comes_a_listener_may_notice_that_nobody_listens() {
        LanguageModel model = (_, reader) -> {
            reader.accept("");
            return new LanguageModel.Written("m", 0, 0, false);
        };
        answer(false, model, passage(1, FEES));
        assertEquals(List.of(new ChatEvent.Pulse()), events);
        Consumer<String> untouched = piece -> assertTrue(piece.isEmpty());
        model.write(new LanguageModel.Prompt("", ""), untouched);
    }
}
