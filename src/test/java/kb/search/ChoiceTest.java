package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;
import org.junit.jupiter.api.Test;

/** What is told of a ranking; each passage is written as the document, and where its text begins and ends. */
class ChoiceTest {
    private static final String HOUSE_RULES = "Doors are locked at eleven and opened at six; whoever comes home between"
            + " rings the porter, who writes the hour down in the book.";

    private final List<Fusion.Fused> ranking = new ArrayList<>();

    @Test
    void neighbours_that_both_rank_high_are_one_passage_at_the_place_of_the_better() {
        found(1, 1, 0.9);
        found(2, 5, 0.8);
        found(1, 2, 0.7);
        found(1, 0, 0.6);
        assertEquals(List.of("1: 0-3 0.9", "2: 5-6 0.8"), selected(10));
    }

    @Test
    void a_passage_that_grows_takes_in_what_it_reaches() {
        found(1, 0, 0.9);
        found(1, 2, 0.8);
        found(1, 1, 0.7);
        assertEquals(List.of("1: 0-3 0.9"), selected(10));
    }

    @Test
    void a_neighbour_that_ranks_low_stays_by_itself() {
        found(1, 1, 0.9);
        found(1, 2, 0.3);
        assertEquals(List.of("1: 1-2 0.9", "1: 2-3 0.3"), selected(10));
    }

    @Test
    void places_that_became_free_are_filled() {
        found(1, 1, 0.9);
        found(1, 2, 0.8);
        found(2, 1, 0.7);
        found(3, 1, 0.6);
        assertEquals(List.of("1: 1-3 0.9", "2: 1-2 0.7"), selected(2));
    }

    @Test
    void what_another_document_says_again_in_the_same_words_is_left_out() {
        said(1, 0, 0.9, HOUSE_RULES);
        said(2, 0, 0.8, HOUSE_RULES.toUpperCase(java.util.Locale.ROOT).replace(' ', '\n'));
        said(3, 0, 0.7, HOUSE_RULES + " Guests sign it.");
        assertEquals(List.of("1 0.9", "3 0.7"), told());
    }

    @Test
    void a_part_of_what_was_said_says_nothing_new_either() {
        said(1, 0, 0.9, "Of the house. " + HOUSE_RULES + " Of the garden: it is open by day and its gate has no bell.");
        said(2, 0, 0.8, HOUSE_RULES);
        assertEquals(List.of("1 0.9"), told());
    }

    @Test
    void another_number_makes_another_text() {
        said(1, 0, 0.9, HOUSE_RULES + " Since 2021.");
        said(2, 0, 0.8, HOUSE_RULES + " Since 2022.");
        assertEquals(List.of("1 0.9", "2 0.8"), told());
    }

    @Test
    void a_document_may_repeat_itself_and_short_texts_are_never_the_same() {
        said(1, 0, 0.9, HOUSE_RULES);
        said(1, 7, 0.8, HOUSE_RULES);
        said(2, 0, 0.7, "See the house rules.");
        said(3, 0, 0.6, "See the house rules.");
        assertEquals(List.of("1 0.9", "1 0.8", "2 0.7", "3 0.6"), told());
    }

    @Test
    void a_document_that_answers_nearly_as_well_comes_among_the_first_five() {
        for (int n = 0; n < 8; n++) found(1, 10 * n, 0.90 - n / 100.0);
        found(2, 0, 0.80);
        found(3, 0, 0.79);
        found(4, 0, 0.78);
        found(5, 0, 0.10);
        var all = selected(20);
        assertEquals(
                List.of("1: 0-1 0.9", "1: 10-11 0.89", "1: 20-21 0.88", "2: 0-1 0.8", "3: 0-1 0.79", "1: 30-31 0.87"),
                all.subList(0, 6));
        assertEquals(12, all.size());
    }

    @Test
    void the_beginning_does_not_depend_on_how_many_are_asked_for() {
        for (int n = 0; n < 60; n++) found(1 + n % 7 * (n % 2), n, 0.9 - n / 100.0);
        var all = selected(50);
        for (int limit = 0; limit < 50; limit++) {
            assertEquals(all.subList(0, Math.min(limit, all.size())), selected(limit), "limit " + limit);
        }
    }

    private List<String> selected(int limit) {
        return Choice.of(ranking, limit).stream()
                .map(one -> "%d: %d-%d %s"
                        .formatted(
                                one.chunk().documentId().getLeastSignificantBits(),
                                one.chunk().span().start() / 3,
                                (one.chunk().span().end() + 2) / 3,
                                Math.round(one.score() * 100) / 100.0))
                .toList();
    }

    private List<String> told() {
        return Choice.of(ranking, 10).stream()
                .map(one -> one.chunk().documentId().getLeastSignificantBits() + " " + one.score())
                .toList();
    }

    /** A paragraph of one letter. */
    private void found(int document, int place, double score) {
        fused(document, place, score, "x");
    }

    private void said(int document, int place, double score, String text) {
        fused(document, place, score, text);
    }

    private void fused(int document, int place, double score, String text) {
        var span = new Span(3 * place, 3 * place + text.length());
        var box = new Box(1, 72, 20 * place + 1, 80, 20 * place + 11);
        var chunk = new Chunk(new UUID(document, place), new UUID(0, document), place, 1, span, "", text, List.of(box));
        ranking.add(new Fusion.Fused(chunk, new Passage.Parts(score, 0)));
    }
}
