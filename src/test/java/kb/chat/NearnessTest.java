package kb.chat;

import static kb.chat.Candidates.candidate;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.search.Analyser;
import kb.search.FakeEmbedder;
import kb.search.Meaning;
import kb.search.Vector;
import org.junit.jupiter.api.Test;

class NearnessTest {
    private static final Vector QUESTION = Vector.of(new float[] {1, 0});

    private static List<Evidence.Weighed> weighed(FakeEmbedder embedder, Candidate one) {
        var meaning = Optional.of(new Meaning(embedder, QUESTION));
        return new Evidence(new Analyser()).weigh("Is there a fee for a lost card?", meaning, List.of(one));
    }

    @Test
    void a_sentence_that_has_some_of_the_words_and_hardly_the_meaning_is_no_answer() {
        var some = candidate("A card that was lost is blocked.", 1);
        assertFalse(weighed(meaning(some, 0.45), some).getFirst().suffices());
        assertTrue(weighed(meaning(some, 0.55), some).getFirst().suffices());
        var all = candidate("The fee for a lost card.", 1);
        assertTrue(weighed(meaning(all, 0.45), all).getFirst().suffices());
    }

    private static FakeEmbedder meaning(Candidate one, double cosine) {
        return Remote.embedder(
                Map.of(one.placed(), new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)}));
    }
}
