package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.IndexRow;
import kb.documents.Lease;
import kb.documents.Name;
import kb.documents.Progress;
import kb.documents.Source;
import kb.documents.State;
import kb.documents.Status;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.store.FakeTable;
import kb.store.Item;
import kb.store.Key;
import org.junit.jupiter.api.Test;

/** An index that suggests everything to everybody, and what becomes of its suggestions. */
class SearchServiceTest {
    private static final Tenant OURS = new Tenant("ours");
    private static final Tenant THEIRS = new Tenant("theirs");
    private static final UUID VISIBLE = new UUID(0x7000, 1);
    private static final UUID OTHER = new UUID(0x7000, 2);
    private static final UUID SUPERSEDED = new UUID(0x7000, 3);
    private static final UUID UNFINISHED = new UUID(0x7000, 4);
    private static final UUID FAILED = new UUID(0x7000, 5);
    private static final UUID FOREIGN = new UUID(0x7000, 6);
    private static final UUID NOBODYS = new UUID(0x7000, 7);
    private static final UUID BURIED = new UUID(0x7000, 8);

    private final List<Item> rows = List.of(
            index(OURS),
            index(THEIRS),
            row(OURS, VISIBLE, true, Status.READY),
            row(OURS, OTHER, true, Status.READY),
            row(OURS, SUPERSEDED, false, Status.READY),
            row(OURS, UNFINISHED, true, Status.EMBEDDING),
            row(OURS, FAILED, true, Status.FAILED),
            row(OURS, BURIED, true, Status.DELETING),
            row(THEIRS, FOREIGN, true, Status.READY));

    private static Item index(Tenant tenant) {
        return Item.of(new Key(tenant.id(), "index"), new IndexRow(1, Optional.of("fake.2.0"), Optional.empty()));
    }

    private static Item row(Tenant tenant, UUID id, boolean held, Status status) {
        var state = new State(status, Progress.NONE, Optional.empty(), List.of(), 0, Lease.NONE, Instant.EPOCH);
        var names = List.of(new Name(id + ".pdf", 3, held));
        var source = new Source("", 1, "wren", Instant.EPOCH);
        var document = new Document(id, source, names, Optional.empty(), List.of(), state, 0);
        return Item.of(new Key(tenant.id(), "doc#" + id), document);
    }

    private static Hit hit(UUID document, int position, double score) {
        var box = new Box(2, 1, 1, 2, 2);
        var id = new UUID(document.getLeastSignificantBits(), position);
        return new Hit(new Chunk(id, document, position, 2, new Span(4, 8), "1.1 Fees", "text", List.of(box)), score);
    }

    private SearchService service(ChunkIndex index, Embedder embedder) {
        return new SearchService(
                new Catalog(new FakeTable(rows), Clock.systemUTC()),
                new Analyser(),
                new KeptEmbedders(embedder, _ -> embedder),
                new FakeSpaces(index));
    }

    private static List<UUID> documents(SearchService.Found found) {
        return found.passages().stream().map(Passage::documentId).toList();
    }

    @Test
    void only_visible_documents_of_the_tenant_that_asks_come_out() {
        var hits = new ArrayList<Hit>();
        for (var id : List.of(FOREIGN, NOBODYS, SUPERSEDED, UNFINISHED, FAILED, BURIED, VISIBLE, OTHER)) {
            hits.add(hit(id, 0, 10 - hits.size()));
        }
        var service = service(new FakeIndex(hits, hits), FakeEmbedder.usual());
        assertEquals(List.of(VISIBLE, OTHER), documents(service.search(Scope.all(OURS), "text", 10)));
        assertEquals(List.of(FOREIGN), documents(service.search(Scope.all(THEIRS), "text", 10)));
        assertEquals(List.of(), documents(service.search(Scope.all(new Tenant("new")), "text", 10)));
    }

    @Test
    void a_scope_of_some_documents_is_kept_though_the_index_ignores_it() {
        var hits = List.of(hit(VISIBLE, 0, 3), hit(OTHER, 0, 2), hit(FOREIGN, 0, 1));
        var service = service(new FakeIndex(hits, List.of()), FakeEmbedder.usual());
        assertEquals(List.of(OTHER), documents(service.search(scope(Set.of(OTHER, FOREIGN)), "text", 10)));
        assertEquals(List.of(), documents(service.search(scope(Set.of()), "text", 10)));
    }

    private static Scope scope(Set<UUID> documents) {
        return new Scope(OURS, Optional.of(documents));
    }

    @Test
    void it_fetches_on_until_it_has_as_many_as_were_asked_for() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < 240; i++) hits.add(hit(SUPERSEDED, i, 1000 - i));
        for (int i = 0; i < 60; i++) hits.add(hit(VISIBLE, i, 500 - i));
        var index = new FakeIndex(hits, List.of());
        var found = service(index, FakeEmbedder.usual()).search(Scope.all(OURS), "text", 7);
        assertEquals(7, found.passages().size());
        assertEquals(List.of(50, 200, 800), index.limits());
    }

    @Test
    void it_stops_when_the_index_has_no_more() {
        var index = new FakeIndex(List.of(hit(VISIBLE, 0, 2), hit(VISIBLE, 1, 1)), List.of());
        assertEquals(
                2,
                service(index, FakeEmbedder.usual())
                        .search(Scope.all(OURS), "text", 10)
                        .passages()
                        .size());
        assertEquals(List.of(50), index.limits());
    }

    @Test
    void it_goes_on_when_only_one_leg_has_more() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < 60; i++) hits.add(hit(SUPERSEDED, i, 1 - i / 100.0));
        hits.add(hit(VISIBLE, 0, 0.1));
        var found =
                service(new FakeIndex(List.of(), hits), FakeEmbedder.usual()).search(Scope.all(OURS), "text", 5);
        assertEquals(List.of(VISIBLE), documents(found));
    }

    @Test
    void it_gives_up_after_some_thousands_that_nobody_may_see() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < 5_000; i++) hits.add(hit(FOREIGN, i, 5_000 - i));
        var index = new FakeIndex(hits, List.of());
        assertEquals(List.of(), documents(service(index, FakeEmbedder.usual()).search(Scope.all(OURS), "text", 5)));
        assertEquals(List.of(50, 200, 800, 3_200), index.limits());
    }

    @Test
    void four_times_as_many_are_fetched_as_are_wanted() {
        var index = new FakeIndex(List.of(), List.of());
        service(index, FakeEmbedder.usual()).search(Scope.all(OURS), "text", 40);
        assertEquals(List.of(160), index.limits());
    }

    @Test
    void a_passage_tells_where_it_stands_and_what_each_leg_gave() {
        var index = new FakeIndex(List.of(hit(VISIBLE, 0, 2)), List.of(hit(VISIBLE, 0, 0.9)));
        var passage = service(index, FakeEmbedder.usual())
                .search(Scope.all(OURS), "text", 1)
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

    @Test
    void without_the_embedder_words_alone_decide_and_it_says_so() {
        var index = new FakeIndex(List.of(hit(VISIBLE, 0, 2)), List.of(hit(OTHER, 0, 0.9)));
        var found = service(index, new FakeEmbedder(Map.of(), true)).search(Scope.all(OURS), "text", 5);
        assertEquals(List.of(VISIBLE), documents(found));
        assertEquals(List.of("vector"), found.degraded());
        assertTrue(found.meaning().isEmpty());
        var whole = service(index, FakeEmbedder.usual()).search(Scope.all(OURS), "text", 5);
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
        assertThrows(Unavailable.class, () -> service.search(Scope.all(OURS), "text", 5));
    }
}
