package kb.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kb.evaluation.Question.PageOf;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Question ON_TWO_PAGES =
            new Question("1", "What does the mill grind?", "mill.pdf", Set.of(3, 7), List.of());

    private static Ranking found(String... pages) {
        return new Ranking(
                ON_TWO_PAGES,
                Arrays.stream(pages)
                        .map(page -> page.split(" "))
                        .map(RankingTest::page)
                        .toList());
    }

    private static PageOf page(String[] words) {
        return new PageOf(words[0], Integer.parseInt(words[1]));
    }

    @Test
    void recall_is_the_share_of_the_right_pages_that_were_found() {
        var found = found("mill.pdf 3", "mill.pdf 4", "other.pdf 7", "mill.pdf 7");
        assertEquals(0.5, found.recall(1));
        assertEquals(0.5, found.recall(3));
        assertEquals(1, found.recall(4));
        assertEquals(0, found().recall(5));
    }

    @Test
    void any_right_page_is_a_hit_and_a_page_counts_once() {
        var found = found("mill.pdf 4", "mill.pdf 4", "mill.pdf 3");
        assertFalse(found.hits(1));
        assertTrue(found.hits(2));
        assertEquals(0.5, found.reciprocalRank());
        assertEquals(0, found("mill.pdf 1").reciprocalRank());
    }

    @Test
    void a_document_is_hit_by_any_of_its_pages() {
        assertTrue(found("mill.pdf 1").hitsDocument(1));
        assertFalse(found("other.pdf 3", "mill.pdf 3").hitsDocument(1));
    }

    @Test
    void the_gain_of_a_place_falls_with_its_logarithm() {
        assertEquals(1, found("mill.pdf 7", "mill.pdf 3").ndcg(10), 1e-9);
        var best = 1 + 1 / (Math.log(3) / Math.log(2));
        assertEquals(1 / best, found("mill.pdf 3").ndcg(10), 1e-9);
        assertEquals(0.5 / best, found("a.pdf 1", "b.pdf 1", "mill.pdf 3").ndcg(10), 1e-9);
        assertEquals(0, found("a.pdf 1", "mill.pdf 3").ndcg(1), 1e-9);
    }

    @Test
    void figures_are_means_over_all_questions() {
        var quality = Quality.of(List.of(found("mill.pdf 3", "mill.pdf 7"), found("mill.pdf 4")));
        assertEquals(0.25, quality.recallAt1());
        assertEquals(0.5, quality.recallAt5());
        assertEquals(0.5, quality.ndcgAt10());
        assertEquals(0.5, quality.rightPageAt1());
        assertEquals(1, quality.rightDocumentAt1());
    }
}
