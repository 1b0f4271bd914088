package kb.search;

import static kb.search.Suggested.OTHER;
import static kb.search.Suggested.OURS;
import static kb.search.Suggested.VISIBLE;
import static kb.search.Suggested.documents;
import static kb.search.Suggested.hit;
import static kb.search.Suggested.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A question that names a document, which here is called as its id is, is also looked for in that document alone. */
class SearchNamedTest {
    private static final String NAMING = "Where is text in " + VISIBLE + "?";

    private final FakeIndex index = new FakeIndex(
            List.of(hit(OTHER, 0, 9), hit(VISIBLE, 0, 3)),
            List.of(hit(OTHER, 0, 0.9), hit(VISIBLE, 0, 0.8), hit(OTHER, 9, 0.4)));

    /** The documents, best first. */
    private List<UUID> search(String question, Embedder embedder, Set<Leg> legs) {
        var found = service(index, embedder).search(Selection.all(OURS), question, 5, legs);
        return documents(found).stream().distinct().toList();
    }

    @Test
    void its_passages_come_first_and_the_index_is_asked_for_what_else_the_question_says() {
        assertEquals(List.of(VISIBLE, OTHER), search(NAMING, FakeEmbedder.usual(), Leg.ALL));
        assertEquals(
                List.of(Optional.empty(), Optional.of(Set.of(VISIBLE))),
                index.scopes().stream().map(Scope::documents).toList());
        var number = "000000000001";
        assertTrue(index.words().getFirst().contains(number));
        assertTrue(index.words().getLast().contains("text"));
        assertFalse(index.words().getLast().contains(number));
    }

    @Test
    void likewise_without_the_embedder() {
        assertEquals(List.of(VISIBLE, OTHER), search(NAMING, new FakeEmbedder(Map.of(), true), Leg.ALL));
    }

    @Test
    void a_question_that_names_none_is_asked_once() {
        assertEquals(List.of(OTHER, VISIBLE), search("Where is text?", FakeEmbedder.usual(), Leg.ALL));
        assertEquals(1, index.scopes().size());
    }

    @Test
    void a_leg_that_is_asked_for_alone_ranks_as_the_index_does() {
        for (var leg : Leg.values()) {
            assertEquals(List.of(OTHER, VISIBLE), search(NAMING, FakeEmbedder.usual(), Set.of(leg)));
        }
    }
}
