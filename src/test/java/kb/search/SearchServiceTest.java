package kb.search;

import static kb.search.Suggested.BURIED;
import static kb.search.Suggested.FAILED;
import static kb.search.Suggested.FOREIGN;
import static kb.search.Suggested.NOBODYS;
import static kb.search.Suggested.OTHER;
import static kb.search.Suggested.OURS;
import static kb.search.Suggested.SUPERSEDED;
import static kb.search.Suggested.THEIRS;
import static kb.search.Suggested.UNFINISHED;
import static kb.search.Suggested.VISIBLE;
import static kb.search.Suggested.documents;
import static kb.search.Suggested.hit;
import static kb.search.Suggested.service;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.documents.Traits;
import kb.pages.Span;
import kb.people.Tenant;
import org.junit.jupiter.api.Test;

/** An index that suggests everything to everybody, and what becomes of its suggestions. */
class SearchServiceTest {
    @Test
    void only_visible_documents_of_the_tenant_that_asks_come_out() {
        var hits = new ArrayList<Hit>();
        for (var id : List.of(FOREIGN, NOBODYS, SUPERSEDED, UNFINISHED, FAILED, BURIED, VISIBLE, OTHER)) {
            hits.add(hit(id, 0, 10 - hits.size()));
        }
        var service = service(new FakeIndex(hits, hits), FakeEmbedder.usual());
        assertEquals(List.of(VISIBLE, OTHER), documents(service.search(Selection.all(OURS), "text", 10)));
        assertEquals(List.of(FOREIGN), documents(service.search(Selection.all(THEIRS), "text", 10)));
        assertEquals(List.of(), documents(service.search(Selection.all(new Tenant("new")), "text", 10)));
    }

    @Test
    void a_scope_of_some_documents_is_kept_though_the_index_ignores_it() {
        var hits = List.of(hit(VISIBLE, 0, 3), hit(OTHER, 0, 2), hit(FOREIGN, 0, 1));
        var service = service(new FakeIndex(hits, List.of()), FakeEmbedder.usual());
        assertEquals(List.of(OTHER), documents(service.search(scope(Set.of(OTHER, FOREIGN)), "text", 10)));
        assertEquals(List.of(), documents(service.search(scope(Set.of()), "text", 10)));
    }

    private static Selection scope(Set<UUID> documents) {
        return new Selection(OURS, Optional.of(documents), Traits.ANY, Place.ANYWHERE);
    }

    @Test
    void it_fetches_on_until_it_has_as_many_as_were_asked_for() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < 240; i++) hits.add(hit(SUPERSEDED, i, 1000 - i));
        for (int i = 0; i < 60; i++) hits.add(hit(VISIBLE, i, 500 - i));
        var index = new FakeIndex(hits, List.of());
        var found = service(index, FakeEmbedder.usual()).search(Selection.all(OURS), "text", 7);
        assertEquals(7, found.passages().size());
        assertEquals(List.of(200, 800), index.limits());
    }

    @Test
    void it_stops_when_the_index_has_no_more() {
        var index = new FakeIndex(List.of(hit(VISIBLE, 0, 2), hit(VISIBLE, 1, 1)), List.of());
        assertEquals(
                2,
                service(index, FakeEmbedder.usual())
                        .search(Selection.all(OURS), "text", 10)
                        .passages()
                        .size());
        assertEquals(List.of(200), index.limits());
    }

    @Test
    void it_goes_on_when_only_one_leg_has_more() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < 210; i++) hits.add(hit(SUPERSEDED, i, 1 - i / 300.0));
        hits.add(hit(VISIBLE, 0, 0.1));
        var found =
                service(new FakeIndex(List.of(), hits), FakeEmbedder.usual()).search(Selection.all(OURS), "text", 5);
        assertEquals(List.of(VISIBLE), documents(found));
    }

    @Test
    void it_gives_up_after_some_thousands_that_nobody_may_see() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < 5_000; i++) hits.add(hit(FOREIGN, i, 5_000 - i));
        var index = new FakeIndex(hits, List.of());
        assertEquals(List.of(), documents(service(index, FakeEmbedder.usual()).search(Selection.all(OURS), "text", 5)));
        assertEquals(List.of(200, 800, 3_200), index.limits());
    }

    @Test
    void the_best_passage_is_the_same_however_many_are_wanted() {
        var hits = new ArrayList<Hit>();
        var meanings = new ArrayList<Hit>();
        for (int i = 0; i < 300; i++) {
            hits.add(hit(VISIBLE, i, 9 - i / 40.0));
            meanings.add(hit(VISIBLE, (i + 299) % 300, 0.9 - i / 1000.0));
        }
        var service = service(new FakeIndex(hits, meanings), FakeEmbedder.usual());
        var alone = service.search(Selection.all(OURS), "text", 1).passages();
        var all = service.search(Selection.all(OURS), "text", 50).passages();
        assertEquals(50, all.size());
        assertEquals(alone, all.subList(0, 1));
    }

    @Test
    void a_passage_tells_where_it_stands_and_what_each_leg_gave() {
        var index = new FakeIndex(List.of(hit(VISIBLE, 0, 2)), List.of(hit(VISIBLE, 0, 0.9)));
        var passage = service(index, FakeEmbedder.usual())
                .search(Selection.all(OURS), "text", 1)
                .passages()
                .getFirst();
        assertEquals(VISIBLE + ".pdf", passage.filename());
        assertEquals(3, passage.version());
        assertEquals(2, passage.page());
        assertEquals("1.1 Fees", passage.section());
        assertEquals("text", passage.text());
        assertEquals(new Span(4, 8), passage.span());
        assertEquals(1, passage.boxes().size());
        assertEquals(new Passage.Parts(0.5, 0.5), passage.parts());
        assertEquals(1.0, passage.score());
    }
}
