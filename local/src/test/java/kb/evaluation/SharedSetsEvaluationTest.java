package kb.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kb.Needs;
import kb.RealPart;
import kb.TestTwin;
import kb.weaviate.WeaviateServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in the evaluation articles and filings, ranked by the code of {@code kb eval}, in Lucene and in Weaviate. */
@Needs(RealPart.EVALUATION)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedSetsEvaluationTest {
    private static final String ARTICLES = "retrieval";
    private static final String FILINGS = "financial";
    private static final double SAME_DOCUMENT = 0.98;
    private static final double SAME_PAGE = 0.95;

    @TempDir
    static Path folder;

    private final Remembered.Memory embedded = new Remembered.Memory();

    /** By set and way. */
    private final Map<String, Map<String, List<Ranking>>> lucene = new HashMap<>();

    @BeforeAll
    void askLucene() throws Exception {
        lucene.putAll(ranked("lucene", Map.of()));
        lucene.forEach((set, ways) -> ways.forEach((way, rankings) -> System.out.printf(
                "%s by %s: nDCG@10 %.4f, right page among the first five for %d of %d%n",
                set, way, Quality.of(rankings).ndcgAt10(), hits(rankings), rankings.size())));
    }

    /** Closed at the end: what is found is all that is needed. */
    private Map<String, Map<String, List<Ranking>>> ranked(String data, Map<String, String> settings) throws Exception {
        var ranked = new HashMap<String, Map<String, List<Ranking>>>();
        try (var twin = TestTwin.around(folder.resolve(data), settings, outside -> Remembered.in(outside, embedded))) {
            for (var name : List.of(ARTICLES, FILINGS)) {
                var evaluation = new Evaluation(
                        new Subject(twin.app().router()::handle, twin.token(name, "wren", "admin")), _ -> {});
                var set = QuestionSet.in(RealPart.EVALUATION.path().resolve(name));
                evaluation.read(set);
                ranked.put(name, evaluation.ranked(set));
            }
        }
        return ranked;
    }

    private static long hits(List<Ranking> rankings) {
        return rankings.stream().filter(ranking -> ranking.hits(5)).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {ARTICLES, FILINGS})
    void both_legs_together_rank_at_least_as_well_as_the_better_one(String set) {
        var fused = Quality.of(lucene.get(set).get("fused"));
        for (var alone : new String[] {"keyword", "vector"}) {
            var leg = Quality.of(lucene.get(set).get(alone));
            assertTrue(fused.ndcgAt10() >= leg.ndcgAt10(), () -> "nDCG@10: " + alone + " alone is better");
            assertTrue(fused.rightPageAt5() >= leg.rightPageAt5(), () -> "right page@5: " + alone + " alone is better");
        }
    }

    @Test
    void the_right_page_of_an_article_is_nearly_always_among_the_first_five() {
        assertEquals(90, lucene.get(ARTICLES).get("fused").size());
        assertTrue(hits(lucene.get(ARTICLES).get("fused")) >= 88);
    }

    @Test
    void that_of_a_filing_is_so_for_six_questions_of_ten() {
        assertEquals(10, lucene.get(FILINGS).get("fused").size());
        assertTrue(hits(lucene.get(FILINGS).get("fused")) >= 6);
    }

    @Test
    void weaviate_puts_the_same_document_first_and_nearly_always_the_same_page() throws Exception {
        var server = WeaviateServer.running();
        var settings = Map.of("WEAVIATE_URL", server.address().toString(), "WEAVIATE_API_KEY", WeaviateServer.KEY);
        var weaviate = ranked("weaviate", settings);
        for (var way : Evaluation.WAYS.keySet()) {
            int documents = 0;
            int pages = 0;
            int questions = 0;
            for (var set : List.of(ARTICLES, FILINGS)) {
                var some = weaviate.get(set).get(way);
                var others = lucene.get(set).get(way);
                documents += Firsts.of(some).with(Firsts.of(others)).same();
                pages += samePage(some, others);
                questions += some.size();
            }
            var told = "Lucene and Weaviate by %s: the same document first for %d of %d questions, the same page for %d"
                    .formatted(way, documents, questions, pages);
            System.out.println(told);
            assertEquals(100, questions);
            assertTrue(documents >= SAME_DOCUMENT * questions, told);
            assertTrue(pages >= SAME_PAGE * questions, told);
        }
    }

    private static int samePage(List<Ranking> some, List<Ranking> others) {
        int same = 0;
        for (int i = 0; i < some.size(); i++)
            if (some.get(i).pages().getFirst().equals(others.get(i).pages().getFirst())) same++;
        return same;
    }
}
