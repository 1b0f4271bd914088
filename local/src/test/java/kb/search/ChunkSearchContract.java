package kb.search;

import static kb.search.Samples.chunk;
import static kb.search.Samples.direction;
import static kb.search.Samples.tenant;
import static kb.search.Samples.texts;
import static kb.search.Samples.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;

/** What an index finds and in which order, whichever engine it is; so that both twins answer alike. */
public interface ChunkSearchContract {
    UUID TEA = new UUID(1, 1);
    UUID BREAD = new UUID(1, 2);

    /** For vectors of three dimensions; knows nothing of the tenants of {@link Samples}. */
    ChunkIndex index();

    @Test
    default void words_rank_by_how_rare_and_how_frequent_they_are_and_by_the_length_of_the_text() {
        var tenant = tenant();
        var texts = List.of(
                "Green tea is brewed at eighty degrees, and never longer than three minutes, whatever the package says.",
                "Tea, tea and more tea.",
                "Black tea takes boiling water.",
                "A kettle of steel boils water in four minutes; the blue one in the kitchen takes longer.",
                "Oolong: between green and black.",
                "Bread needs flour, water, salt and time.");
        index().put(
                        tenant,
                        IntStream.range(0, texts.size())
                                .mapToObj(n -> chunk(TEA, n, texts.get(n)))
                                .toList());

        var found = index().byKeywords(Scope.all(tenant), new Analyser().tokens("How is green tea brewed?"), 10);

        assertEquals(List.of(texts.get(0), texts.get(4), texts.get(1), texts.get(2)), texts(found));
        var expected = Bm25.over(texts).scores("How is green tea brewed?");
        var unit = found.getFirst().score() / expected.get(texts.get(0));
        for (var hit : found) {
            assertEquals(expected.get(hit.chunk().text()) * unit, hit.score(), 1e-4 * unit, hit.chunk()::text);
        }
    }

    /** Otherwise a tenant could learn from a score how often others use a word. */
    @Test
    default void what_other_tenants_have_changes_no_score() {
        var tenant = tenant();
        var tokens = new Analyser().tokens("tea or coffee");
        index().put(tenant, List.of(chunk(TEA, 0, "Green tea."), chunk(TEA, 1, "Strong black coffee.")));
        var alone = index().byKeywords(Scope.all(tenant), tokens, 10);
        assertEquals(List.of("Green tea.", "Strong black coffee."), texts(alone));

        index().put(tenant(), List.of(chunk(BREAD, 0, "Tea, always tea."), chunk(BREAD, 1, "Tea and bread.")));
        assertEquals(alone, index().byKeywords(Scope.all(tenant), tokens, 10));
    }

    @Test
    default void directions_rank_by_their_cosine() {
        var tenant = tenant();
        index().put(
                        tenant,
                        List.of(
                                direction(TEA, 0, -2, 0, 0),
                                direction(TEA, 1, 0, 5, 0),
                                direction(TEA, 2, 3, 4, 0),
                                direction(TEA, 3, 7, 0, 0)));

        var found = index().byMeaning(Scope.all(tenant), vector(0.5f, 0, 0), 10);

        assertEquals(List.of("7.0 0.0 0.0", "3.0 4.0 0.0", "0.0 5.0 0.0", "-2.0 0.0 0.0"), texts(found));
        var expected = new double[] {1, 0.6, 0, -1};
        for (int n = 0; n < 4; n++) assertEquals(expected[n], found.get(n).score(), 1e-6);
    }

    @Test
    default void the_best_come_first_and_no_more_than_asked_for() {
        var tenant = tenant();
        var both = new ArrayList<IndexedChunk>();
        for (int n = 0; n < 40; n++) {
            both.add(chunk(TEA, n, "tea" + " and more".repeat(n)));
            both.add(direction(BREAD, n, 40, n, 0));
        }
        index().put(tenant, both);
        best(limit -> index().byKeywords(Scope.all(tenant), List.of("tea"), limit));
        best(limit -> index().byMeaning(new Scope(tenant, Optional.of(Set.of(BREAD))), vector(1, 0, 0), limit));
    }

    private static void best(IntFunction<List<Hit>> search) {
        var all = search.apply(100);
        assertEquals(40, all.size());
        for (int n = 1; n < 40; n++)
            assertTrue(all.get(n - 1).score() > all.get(n).score(), "at " + n);
        assertEquals(texts(all.subList(0, 7)), texts(search.apply(7)));
        assertEquals(texts(all.subList(0, 1)), texts(search.apply(1)));
    }

    @Test
    default void only_the_documents_asked_for_are_searched() {
        var tenant = tenant();
        var milk = new UUID(1, 3);
        index().put(
                        tenant,
                        List.of(
                                chunk(TEA, 0, "water tea"),
                                chunk(BREAD, 0, "water bread"),
                                chunk(milk, 0, "water milk")));
        found(tenant, Optional.empty(), Set.of("water tea", "water bread", "water milk"));
        found(tenant, Optional.of(Set.of(TEA)), Set.of("water tea"));
        found(tenant, Optional.of(Set.of(TEA, milk, new UUID(7, 7))), Set.of("water tea", "water milk"));
        found(tenant, Optional.of(Set.of(new UUID(7, 7))), Set.of());
        found(tenant, Optional.of(Set.of()), Set.of());
    }

    private void found(Tenant tenant, Optional<Set<UUID>> documents, Set<String> expected) {
        var scope = new Scope(tenant, documents);
        assertEquals(expected, Set.copyOf(texts(index().byKeywords(scope, List.of("water"), 10))));
        assertEquals(expected, Set.copyOf(texts(index().byMeaning(scope, vector(1, 0, 0), 10))));
    }

    @Test
    default void a_document_is_found_among_a_thousand_nearer_chunks_of_another() {
        var tenant = tenant();
        index().put(
                        tenant,
                        IntStream.range(0, 1_000)
                                .mapToObj(n -> direction(TEA, n, 1_000, n, 0))
                                .toList());
        index().put(tenant, List.of(direction(BREAD, 0, -1, 0, 0)));
        var scope = new Scope(tenant, Optional.of(Set.of(BREAD)));
        assertEquals(List.of("-1.0 0.0 0.0"), texts(index().byMeaning(scope, vector(1, 0, 0), 10)));
        assertEquals(List.of("-1.0 0.0 0.0"), texts(index().byKeywords(scope, List.of("direction"), 10)));
    }
}
