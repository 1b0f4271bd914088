package kb.chat;

import static kb.chat.Candidates.candidate;
import static kb.chat.Candidates.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.search.Analyser;
import kb.search.FakeEmbedder;
import kb.search.Meaning;
import kb.search.Vector;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final String QUESTION = "Is there a fee for a lost card?";
    private static final Optional<Vector> MEANING = Optional.of(Vector.of(new float[] {1, 0}));

    private static List<Evidence.Weighed> weigh(FakeEmbedder embedder, Optional<Vector> meaning, Candidate... all) {
        var asked = meaning.map(vector -> new Meaning(embedder, vector));
        return new Evidence(new Analyser()).weigh(QUESTION, asked, List.of(all));
    }

    private static List<String> texts(List<Evidence.Weighed> weighed) {
        return weighed.stream().map(one -> one.candidate().text()).toList();
    }

    @Test
    void the_sentence_that_has_the_words_and_the_meaning_comes_first_and_has_the_whole_weight() {
        var answer = candidate("The fee for a lost card is four euros.", 1);
        var other = candidate("The library opens at nine.", 1);
        var embedder = Remote.embedder(other.placed());
        var weighed = weigh(embedder, MEANING, other, answer);
        assertEquals(List.of(answer.text(), other.text()), texts(weighed));
        assertEquals(1.0, weighed.getFirst().weight(), 1e-9);
        assertTrue(weighed.getFirst().suffices());
        assertEquals(0.2, weighed.getLast().weight(), 1e-9);
        assertFalse(weighed.getLast().suffices());
    }

    @Test
    void each_of_the_three_things_counts_for_its_part() {
        var words = candidate("fee lost card desk", 0);
        var none = candidate("nothing of it", 0.5);
        var embedder = Remote.embedder(words.placed());
        assertEquals(0.2, weigh(embedder, MEANING, words).getFirst().weight(), 1e-9);
        assertEquals(0.6 + 0.1, weigh(embedder, MEANING, none).getFirst().weight(), 1e-9);
        var half = Remote.embedder(Map.of(none.placed(), new float[] {0.425f, (float) Math.sqrt(1 - 0.425 * 0.425)}));
        assertEquals(0.3 + 0.1, weigh(half, MEANING, none).getFirst().weight(), 1e-6);
    }

    @Test
    void a_model_to_which_all_texts_are_near_is_understood_by_what_has_nothing_to_do_with_the_question() {
        var answer = candidate("nothing of it", 0);
        var near = Map.of(answer.placed(), new float[] {0.8f, 0.6f});
        assertEquals(
                0.6 * 0.8 / 0.85,
                weigh(Remote.embedder(near), MEANING, answer).getFirst().weight(),
                1e-6);
        var crowded = new HashMap<>(near);
        for (var text : Unrelated.SENTENCES) crowded.put(text, new float[] {0.75f, (float) Math.sqrt(1 - 0.75 * 0.75)});
        var weighed = weigh(new FakeEmbedder(crowded, false), MEANING, answer);
        assertEquals(0.6 * 0.05 / 0.1, weighed.getFirst().weight(), 1e-6);
    }

    @Test
    void a_word_that_few_sentences_have_tells_more() {
        var common = candidate("The card is blue.", 0);
        var rare = candidate("It was lost at sea.", 0);
        var more = candidate("A card is red.", 0);
        var weighed = weigh(new FakeEmbedder(Map.of(), true), Optional.empty(), common, more, rare);
        assertEquals(rare.text(), weighed.getFirst().candidate().text());
    }

    @Test
    void without_the_embedder_words_and_rank_have_the_whole_weight() {
        var answer = candidate("The fee for a lost card is four euros.", 1);
        for (var meaning : List.of(MEANING, Optional.<Vector>empty())) {
            var weighed = weigh(new FakeEmbedder(Map.of(), true), meaning, answer);
            assertEquals(1.0, weighed.getFirst().weight(), 1e-9);
        }
    }

    @Test
    void only_the_best_by_words_are_embedded() {
        var all = new ArrayList<Candidate>();
        for (int i = 0; i < 30; i++) all.add(candidate("Sentence " + i + (i < 16 ? " of a lost card." : "."), 0));
        var weighed = weigh(FakeEmbedder.usual(), MEANING, all.toArray(Candidate[]::new));
        assertEquals(16, weighed.size());
        assertTrue(texts(weighed).stream().allMatch(text -> text.contains("card")));
    }

    @Test
    void nothing_is_weighed_as_nothing_and_a_question_without_words_by_rank_alone() {
        assertEquals(List.of(), weigh(FakeEmbedder.usual(), MEANING));
        var weighed = new Evidence(new Analyser()).weigh("?!", Optional.empty(), List.of(candidate("The fee.", 0.3)));
        assertEquals(0.15, weighed.getFirst().weight(), 1e-9);
    }

    @Test
    void a_heading_gives_way_to_the_sentence_below_it() {
        var heading = candidate("fee lost card", 1);
        var title = new Candidate(heading.passage(), heading.text(), "", true);
        var below = new Candidate(heading.passage(), "It is four euros.", heading.text(), false);
        for (var meaning : List.of(MEANING, Optional.<Vector>empty())) {
            var weighed = weigh(FakeEmbedder.usual(), meaning, title, below);
            assertEquals(List.of(below.text(), title.text()), texts(weighed));
            assertEquals(0.6, weighed.getLast().weight() / weighed.getFirst().weight(), 1e-9);
        }
    }

    @Test
    void a_sentence_that_only_repeats_the_question_gives_way_to_one_that_says_more() {
        var name = candidate("Holder\tAda Lovelace", 1);
        var card = candidate("Card of Ada Lovelace\tlost in May", 1);
        var weighed = asked("What happened to the card of Ada Lovelace?", name, card);
        assertEquals(List.of(card.text(), name.text()), texts(weighed));
        var founded = candidate("The library was founded in 1911.", 1);
        assertEquals(
                1.0, asked("When was the library founded?", founded).getFirst().weight(), 1e-9);
        var said = candidate("The library was founded in May.", 1);
        assertEquals(
                1.0, asked("The library was founded in May.", said).getFirst().weight(), 1e-9);
        var repeated = candidate("When was the library founded?", 1);
        assertEquals(
                0.6, asked("When was the library founded?", repeated).getFirst().weight(), 1e-9);
    }

    @Test
    void a_row_is_understood_by_what_it_stands_under() {
        var weight = "Weight\t23 kg";
        var red = placed("tern-catalogue.pdf", "Red Kite", weight);
        var blue = placed("tern-catalogue.pdf", "Blue Kite", weight);
        assertEquals(
                "Blue Kite",
                asked("What is the weight of the Blue Kite?", red, blue)
                        .getFirst()
                        .candidate()
                        .passage()
                        .section());
        assertEquals("tern-catalogue: Red Kite\n" + weight, red.placed());
    }

    private static List<Evidence.Weighed> asked(String question, Candidate... all) {
        return new Evidence(new Analyser()).weigh(question, Optional.empty(), List.of(all));
    }

    @Test
    void a_question_about_a_name_that_no_passage_speaks_of_is_not_answered_by_what_is_near() {
        var fee = candidate("The fee for a lost card is four euros.", 0.5);
        assertTrue(asked("What is the fee for a lost card?", fee).getFirst().suffices());
        var weighed = asked("What is the fee for a lost card in Ghent?", fee);
        assertFalse(weighed.getFirst().suffices());
        assertEquals(Optional.of("the passages that were found do not speak of Ghent"), Evidence.lacking(weighed));
        var known = candidate("GHENT: all libraries.", 0);
        assertEquals(
                Optional.empty(), Evidence.lacking(asked("What is the fee for a lost card in Ghent?", fee, known)));
    }

    @Test
    void a_sentence_without_what_is_asked_for_gives_way_to_one_that_has_it() {
        var how = candidate("Lost cards cost a fee.", 0.5);
        var much = candidate("Cards cost four euros.", 0.5);
        assertEquals(List.of(much.text(), how.text()), texts(asked("How much do lost cards cost?", how, much)));
        assertEquals(List.of(how.text(), much.text()), texts(asked("Why do lost cards cost?", how, much)));
    }

    @Test
    void where_no_sentence_has_what_is_asked_for_that_is_the_reason() {
        var fee = candidate("There is a fee for a lost card at the desk.", 0.5);
        var weighed = asked("How many fees are there for a lost card?", fee);
        assertFalse(weighed.getFirst().suffices());
        assertEquals(Optional.of("no sentence near the question tells a number"), Evidence.lacking(weighed));
        var numbered = new Candidate(fee.passage(), fee.text(), "7. Cards", false);
        assertEquals(
                Evidence.lacking(weighed),
                Evidence.lacking(asked("How many fees are there for a lost card?", numbered)));
    }

    @Test
    void what_is_not_near_lacks_nothing_in_particular() {
        var other = candidate("It rains.", 0.1);
        assertEquals(Optional.empty(), Evidence.lacking(asked("How much is the fee in Ghent?", other)));
    }
}
