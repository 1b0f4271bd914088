package kb.chat;

import static kb.chat.ModelAnswering.FEES;
import static kb.chat.ModelAnswering.HOURS;
import static kb.chat.ModelAnswering.passage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kb.search.Passage;
import org.junit.jupiter.api.Test;

/** How an answer ends for which a model said too little, or nothing, or was not asked. */
class ModelAnswersEndTest {
    private final ModelAnswering guide = new ModelAnswering();

    @Test
    void too_little_evidence_asks_no_model() {
        var answer = guide.answer(false, guide.saying("say| x", false), passage(1, "It rains."));
        assertEquals(AnswerStatus.NOT_IN_DOCUMENTS, answer.status());
        assertEquals(Optional.of("no passage comes near enough to the question"), answer.reason());
        assertEquals(1, answer.passages().size());
        assertEquals(List.of(), guide.asked);
        assertEquals(
                AnswerStatus.NOT_IN_DOCUMENTS,
                guide.answer(false, guide.saying("say| x", false)).status());
    }

    @Test
    void a_model_that_finds_nothing_says_so() {
        var answer = guide.answer("none|");
        assertEquals(AnswerStatus.NOT_IN_DOCUMENTS, answer.status());
        assertEquals(Optional.of("the chat model found no answer in the nearest passages"), answer.reason());
        assertEquals(2, answer.passages().size());
    }

    @Test
    void what_was_cut_short_is_told_up_to_its_last_whole_claim() {
        var written = "say| The library opens at nine.\nquote 2| The library opens at nine.\nsay| The fee is 4";
        var answer = guide.answer(false, guide.saying(written, true), passage(1, FEES), passage(2, HOURS));
        assertEquals("The library opens at nine. [1]", answer.content());
        assertEquals(AnswerStatus.PARTIAL, answer.status());
        assertEquals(Optional.of("the chat model stopped before it was done"), answer.reason());
    }

    @Test
    void with_more_than_it_can_read_a_model_is_asked_again_with_less() {
        var shortest = guide.saying("none|", false);
        var read = new ArrayList<Integer>();
        LanguageModel model = (prompt, reader) -> {
            read.add(prompt.material().split("passage \\d").length - 1);
            if (read.getLast() > 1) throw new ModelFailure(ModelFailure.Kind.TOO_LONG, "status 400");
            return shortest.write(prompt, reader);
        };
        var four = Stream.of(1, 2, 1, 2).map(page -> passage(page, page == 1 ? FEES : HOURS));
        guide.answer(false, model, four.toArray(Passage[]::new));
        assertEquals(List.of(4, 2, 1), read);
    }

    @Test
    void a_model_that_fails_loses_no_passages() {
        for (var kind : ModelFailure.Kind.values()) {
            LanguageModel model = (_, reader) -> {
                reader.accept("say| The li");
                throw new ModelFailure(kind, "status 500");
            };
            var failed = assertThrows(Unanswered.class, () -> guide.answer(false, model, passage(1, FEES)));
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
        guide.answer(false, model, passage(1, FEES));
        assertEquals(List.of(new ChatEvent.Pulse()), guide.events);
    }
}
