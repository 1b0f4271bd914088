package kb.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kb.TestTwin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What joining the two legs promises, on questions about filings, handbooks and brochures that we made up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnSetsEvaluationTest {
    private static final Path SETS = Path.of("src/test/resources/questions");

    private final TestTwin twin = TestTwin.shared();
    private final Map<String, Map<String, Quality>> found = new HashMap<>();

    @BeforeAll
    void ask() throws Exception {
        for (var name : new String[] {"filings", "handbooks", "brochures"}) {
            var subject = new Subject(twin.app().router()::handle, twin.token("questions-" + name, "wren", "admin"));
            var evaluation = new Evaluation(subject, _ -> {});
            var set = QuestionSet.in(SETS.resolve(name));
            evaluation.read(set);
            found.put(name, evaluation.found(set));
            found.get(name)
                    .forEach((way, quality) -> System.out.printf(
                            "%s by %s: nDCG@10 %.4f, right page among the first five %.4f%n",
                            name, way, quality.ndcgAt10(), quality.rightPageAt5()));
        }
    }

    private Quality found(String set, String way) {
        return found.get(set).get(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filings", "handbooks", "brochures"})
    void both_legs_together_rank_at_least_as_well_as_the_better_one(String set) {
        var fused = found(set, "fused");
        for (var alone : new String[] {"keyword", "vector"}) {
            var leg = found(set, alone);
            assertTrue(fused.ndcgAt10() >= leg.ndcgAt10(), () -> "nDCG@10: " + alone + " alone is better");
            assertTrue(fused.rightPageAt5() >= leg.rightPageAt5(), () -> "right page@5: " + alone + " alone is better");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"filings", "handbooks", "brochures"})
    void they_rank_better_by_a_sixth_than_words_alone(String set) {
        assertTrue(
                found(set, "fused").ndcgAt10() >= 1.17 * found(set, "keyword").ndcgAt10());
    }

    /** With either leg's weight at nothing it is less, also when the filing is named. */
    @Test
    void a_figure_of_a_filing_is_nearly_always_on_the_first_five_pages() {
        assertTrue(found("filings", "fused").rightPageAt5() >= 0.90);
    }

    @Test
    void so_is_a_rule_of_a_handbook_that_is_asked_for_in_other_words() {
        assertTrue(found("handbooks", "fused").rightPageAt5() >= 0.75);
    }
}
