package kb.search;

import static kb.search.Suggested.FOREIGN;
import static kb.search.Suggested.OTHER;
import static kb.search.Suggested.OURS;
import static kb.search.Suggested.SUPERSEDED;
import static kb.search.Suggested.VISIBLE;
import static kb.search.Suggested.documents;
import static kb.search.Suggested.hit;
import static kb.search.Suggested.service;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.documents.Traits;
import org.junit.jupiter.api.Test;

/** What is selected, over an index that suggests everything and a table that reads nothing but rows whose keys are known. */
class SelectionTest {
    private static final List<Hit> HITS =
            List.of(hit(VISIBLE, 0, 5), hit(OTHER, 0, 4), hit(SUPERSEDED, 0, 3), hit(FOREIGN, 0, 2));

    private static List<UUID> found(Set<UUID> ids, Traits traits, Place place) {
        var selection = new Selection(OURS, Optional.of(ids), traits, place);
        return documents(
                service(new FakeIndex(HITS, HITS), FakeEmbedder.usual()).search(selection, "text", 5));
    }

    private static Traits called(String part) {
        return new Traits(Optional.of(part), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    @Test
    void among_documents_that_are_named_only_those_are_read() {
        var all = Set.of(VISIBLE, OTHER, SUPERSEDED, FOREIGN);
        assertEquals(List.of(VISIBLE, OTHER), found(all, Traits.ANY, Place.ANYWHERE));
        assertEquals(List.of(OTHER), found(all, called(OTHER.toString()), Place.ANYWHERE));
        assertEquals(List.of(VISIBLE, OTHER), found(all, called(".PDF"), Place.ANYWHERE));
        assertEquals(List.of(), found(Set.of(VISIBLE), called(OTHER.toString()), Place.ANYWHERE));
        assertEquals(List.of(), found(all, called(SUPERSEDED.toString()), Place.ANYWHERE));
        assertEquals(List.of(), found(all, called(FOREIGN.toString()), Place.ANYWHERE));
    }

    @Test
    void a_page_that_was_not_asked_for_is_left_out_though_the_index_suggests_it() {
        var second = new Place(Optional.of(new PageRange(2, 2)), Optional.empty());
        assertEquals(List.of(VISIBLE), found(Set.of(VISIBLE), Traits.ANY, second));
        var others = new Place(Optional.of(new PageRange(3, 9)), Optional.empty());
        assertEquals(List.of(), found(Set.of(VISIBLE), Traits.ANY, others));
    }
}
