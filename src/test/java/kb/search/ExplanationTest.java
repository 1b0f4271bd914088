package kb.search;

import static kb.search.Suggested.OTHER;
import static kb.search.Suggested.OURS;
import static kb.search.Suggested.VISIBLE;
import static kb.search.Suggested.hit;
import static kb.search.Suggested.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.people.Tenant;
import kb.search.Explanation.Found;
import kb.search.Explanation.Quoted;
import org.junit.jupiter.api.Test;

/** Why a passage is there. Each chunk's text is the word text, its section 1.1 Fees. */
class ExplanationTest {
    private static final FakeIndex INDEX = new FakeIndex(
            List.of(hit(VISIBLE, 0, 8), hit(OTHER, 0, 2)), List.of(hit(OTHER, 0, 0.9), hit(OTHER, 9, 0.4)));

    /** What the words weigh when the best hit has half of them. */
    private static final double HALF = 0.5 * Math.sqrt(0.5);

    private static SearchService.Explained explained(Embedder embedder, String question, Set<Leg> legs) {
        return service(INDEX, embedder).explained(Selection.all(OURS), question, 5, legs);
    }

    private static UUID id(UUID document, int position) {
        return hit(document, position, 0).chunk().id();
    }

    @Test
    void each_leg_has_its_rank_its_own_score_its_share_and_its_weight() {
        var why = explained(FakeEmbedder.usual(), "Text or nothing?", Leg.ALL).explanation();
        assertEquals(List.of("text", "noth"), why.tokens());
        assertEquals(List.of(Leg.KEYWORD, Leg.VECTOR), why.legs());
        assertEquals(List.of(), why.degraded());
        var byWords = why.passages().get(1);
        assertEquals(id(VISIBLE, 0), byWords.chunkId());
        assertEquals(Optional.of(new Found(1, 8, 1, HALF)), byWords.keyword());
        assertEquals(Optional.empty(), byWords.vector());
        assertEquals(List.of("text"), byWords.matched());
        var byBoth = why.passages().getFirst();
        assertEquals(id(OTHER, 0), byBoth.chunkId());
        assertEquals(Optional.of(new Found(2, 2, 0.25, HALF)), byBoth.keyword());
        assertEquals(Optional.of(new Found(1, 0.9, 1, 1 - HALF)), byBoth.vector());
        assertEquals(Optional.empty(), byBoth.quoted());
        assertEquals(Optional.empty(), byBoth.named());
    }

    @Test
    void a_question_that_names_a_document_is_told_so_and_the_others_weigh_less() {
        var question = "text of " + VISIBLE;
        var passages =
                explained(FakeEmbedder.usual(), question, Leg.ALL).explanation().passages();
        for (var passage : passages) {
            var named = passage.chunkId().equals(id(VISIBLE, 0));
            assertEquals(Optional.of(named ? 1.0 : 0.0), passage.named());
            var weights = passage.keyword().map(Found::weight).orElse(0.0)
                    + passage.vector().map(Found::weight).orElse(0.0);
            assertTrue(named || weights <= 0.3 + 1e-9, passage::toString);
        }
        var alone =
                explained(FakeEmbedder.usual(), question, Set.of(Leg.KEYWORD)).explanation();
        assertEquals(Optional.empty(), alone.passages().getFirst().named());
    }

    @Test
    void shares_times_weights_add_up_to_the_score_also_when_phrases_are_quoted() {
        for (var question :
                List.of("text", "\"text\"", "\"text\" and \"other\"", "\"other\"", "what", VISIBLE + " text")) {
            for (var legs : List.of(Leg.ALL, Set.of(Leg.KEYWORD), Set.of(Leg.VECTOR))) {
                var explained = explained(FakeEmbedder.usual(), question, legs);
                var passages = explained.found().passages();
                assertEquals(passages.size(), explained.explanation().passages().size());
                for (int place = 0; place < passages.size(); place++) {
                    var reason = explained.explanation().passages().get(place);
                    assertEquals(passages.get(place).chunkId(), reason.chunkId());
                    assertEquals(passages.get(place).score(), sum(reason), 1e-12, question + legs);
                }
            }
        }
    }

    private static double sum(Explanation.Reason reason) {
        return reason.keyword().map(leg -> leg.share() * leg.weight()).orElse(0.0)
                + reason.vector().map(leg -> leg.share() * leg.weight()).orElse(0.0)
                + reason.quoted()
                        .map(phrase -> phrase.share() * phrase.weight())
                        .orElse(0.0);
    }

    @Test
    void quoted_phrases_count_only_where_some_passage_has_one() {
        var half = explained(FakeEmbedder.usual(), "\"text\" and \"other\"", Leg.ALL)
                .explanation();
        assertEquals(
                Optional.of(new Quoted(0.85, 0.6)), half.passages().getFirst().quoted());
        var none = explained(FakeEmbedder.usual(), "\"other\"", Leg.ALL).explanation();
        assertEquals(Optional.empty(), none.passages().getFirst().quoted());
    }

    @Test
    void a_leg_that_could_not_take_part_is_named_with_the_reason() {
        var why = explained(new FakeEmbedder(Map.of(), true), "text", Leg.ALL).explanation();
        assertEquals(List.of(Leg.KEYWORD), why.legs());
        assertEquals(
                List.of(new Explanation.Lacking(Leg.VECTOR, "the embedding model is not answering")), why.degraded());
        assertEquals(
                Optional.of(new Found(1, 8, 1, 1)), why.passages().getFirst().keyword());
    }

    @Test
    void where_nothing_is_found_there_is_nothing_to_explain_but_the_question() {
        var nobody = Selection.all(new Tenant("new"));
        var why = service(INDEX, FakeEmbedder.usual())
                .explained(nobody, "text text", 5, Leg.ALL)
                .explanation();
        assertEquals(List.of("text"), why.tokens());
        assertEquals(List.of(), why.passages());
    }
}
