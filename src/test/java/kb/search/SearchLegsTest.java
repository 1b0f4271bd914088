package kb.search;

import static kb.search.Suggested.OTHER;
import static kb.search.Suggested.OURS;
import static kb.search.Suggested.VISIBLE;
import static kb.search.Suggested.documents;
import static kb.search.Suggested.hit;
import static kb.search.Suggested.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.junit.jupiter.api.Test;

/** Which of the two ways of searching takes part. */
class SearchLegsTest {
    private static final FakeIndex BOTH = new FakeIndex(List.of(hit(VISIBLE, 0, 2)), List.of(hit(OTHER, 0, 0.9)));

    @Test
    void only_the_legs_that_are_asked_for_take_part() {
        var service = service(BOTH, FakeEmbedder.usual());
        var words = service.search(Selection.all(OURS), "text", 5, Set.of(Leg.KEYWORD));
        assertEquals(List.of(VISIBLE), documents(words));
        assertEquals(List.of(), words.degraded());
        var meaning = service.search(Selection.all(OURS), "text", 5, Set.of(Leg.VECTOR));
        assertEquals(List.of(OTHER), documents(meaning));
    }

    @Test
    void without_the_embedder_the_vector_leg_alone_is_no_search() {
        var service = service(BOTH, new FakeEmbedder(Map.of(), true));
        assertEquals(List.of(VISIBLE), documents(service.search(Selection.all(OURS), "text", 5, Set.of(Leg.KEYWORD))));
        assertThrows(Unavailable.class, () -> service.search(Selection.all(OURS), "text", 5, Set.of(Leg.VECTOR)));
    }

    @Test
    void without_the_embedder_words_alone_decide_and_it_says_so() {
        var index = new FakeIndex(List.of(hit(VISIBLE, 0, 2)), List.of(hit(OTHER, 0, 0.9)));
        var found = service(index, new FakeEmbedder(Map.of(), true)).search(Selection.all(OURS), "text", 5);
        assertEquals(List.of(VISIBLE), documents(found));
        assertEquals(List.of("vector"), found.degraded());
        assertTrue(found.meaning().isEmpty());
        var whole = service(index, FakeEmbedder.usual()).search(Selection.all(OURS), "text", 5);
        assertEquals(List.of(), whole.degraded());
        assertEquals(List.of(VISIBLE, OTHER), documents(whole).stream().sorted().toList());
    }

    @Test
    void any_other_part_that_is_down_is_not_passed_over() {
        Embedder broken = new Embedder() {
            @Override
            public String model() {
                return "broken";
            }

            @Override
            public int dimensions() {
                return 2;
            }

            @Override
            public List<Vector> passages(List<String> texts) {
                return List.of();
            }

            @Override
            public Vector question(String text) {
                throw new Unavailable(Part.SECRETS, null);
            }
        };
        var service = service(new FakeIndex(List.of(), List.of()), broken);
        assertThrows(Unavailable.class, () -> service.search(Selection.all(OURS), "text", 5));
    }

    @Test
    void both_legs_are_asked_at_the_same_time() {
        var both = new CountDownLatch(2);
        var index = new FakeIndex(List.of(hit(VISIBLE, 0, 2)), List.of(hit(OTHER, 0, 0.9))) {
            @Override
            public List<Hit> byKeywords(Scope scope, List<String> tokens, int limit) {
                meet(both);
                return super.byKeywords(scope, tokens, limit);
            }

            @Override
            public List<Hit> byMeaning(Scope scope, Vector vector, int limit) {
                meet(both);
                return super.byMeaning(scope, vector, limit);
            }
        };
        var found = service(index, FakeEmbedder.usual()).search(Selection.all(OURS), "text", 5);
        assertEquals(List.of(VISIBLE, OTHER), documents(found).stream().sorted().toList());
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            assertTrue(both.await(1, TimeUnit.MINUTES), "the other leg was not asked meanwhile");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
