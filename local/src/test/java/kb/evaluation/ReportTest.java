package kb.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a comparison with earlier figures calls worse. */
class ReportTest {
    private static final Quality QUALITY = new Quality(1, 1, 1, 1, 1, 1, 1, 1);
    private static final Answers NOTHING_ASKED = new Answers(0, 0, 0, 0, 0, 0, 0, null);

    private static Report report(Quality fused, Answers answers) {
        return new Report(4, 25, 300, 110, Map.of("fused", fused), Map.of(), answers);
    }

    private static Answers answers(int answered, int cited, int quoted, int declined) {
        return new Answers(10, answered, cited, 10, quoted, 10, declined, null);
    }

    @Test
    void each_figure_that_fell_is_named() {
        var before = report(QUALITY, answers(9, 8, 7, 6));
        var now = report(new Quality(1, 1, 1, 0.5, 1, 1, 0.9, 1), answers(8, 7, 6, 5));
        assertEquals(
                List.of(
                        "fused nDCG@10 fell from 1.0000 to 0.5000",
                        "fused right page@5 fell from 1.0000 to 0.9000",
                        "answered fell from 0.9000 to 0.8000",
                        "right page cited fell from 0.8000 to 0.7000",
                        "right answer quoted fell from 0.7000 to 0.6000",
                        "unanswerable declined fell from 0.6000 to 0.5000"),
                now.regressions(before));
        assertEquals(List.of(), before.regressions(now), "what rose is no regression");
    }

    @Test
    void a_way_of_searching_that_is_gone_found_nothing() {
        var now = new Report(4, 25, 300, 110, Map.of(), Map.of(), answers(9, 8, 7, 6));
        assertEquals(8, now.regressions(report(QUALITY, answers(9, 8, 7, 6))).size());
    }

    @Test
    void questions_of_a_kind_that_the_baseline_lacks_are_no_regression() {
        var nothingFound = new Quality(0, 0, 0, 0, 0, 0, 0, 0);
        var before = report(nothingFound, NOTHING_ASKED);
        assertEquals(List.of(), report(nothingFound, answers(0, 0, 0, 0)).regressions(before));
        assertEquals(List.of(), before.regressions(report(QUALITY, answers(9, 8, 7, 6))), "nor those that are gone");
    }

    @Test
    void questions_that_state_no_answers_take_nothing_from_the_answers_that_were_quoted() {
        var before = report(QUALITY, answers(9, 8, 7, 6));
        var more = report(QUALITY, new Answers(20, 18, 16, 10, 7, 10, 6, null));
        assertEquals(List.of(), more.regressions(before));
    }

    @Test
    void two_runs_agree_on_the_document_that_comes_first_for_so_many_questions_of_both() {
        var one = new Firsts(Map.of("When?", "a.pdf", "Where?", "a.pdf", "Who?", "b.pdf"));
        var other = new Firsts(Map.of("When?", "a.pdf", "Where?", "b.pdf", "Why?", "b.pdf"));
        assertEquals(new Firsts.Agreement(1, 2), one.with(other));
        assertEquals(0.5, one.with(other).share());
    }
}
