package kb.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kb.documents.Catalog;
import kb.documents.Document;
import kb.documents.IndexRow;
import kb.documents.Lease;
import kb.documents.Name;
import kb.documents.Progress;
import kb.documents.Source;
import kb.documents.State;
import kb.documents.Status;
import kb.documents.Traits;
import kb.masking.Masking;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.store.FakeTable;
import kb.store.Item;
import kb.store.Key;
import kb.store.Table;
import org.junit.jupiter.api.Test;

/** A search asks the index that serves its tenant, in the words of that index's model, and begins anew when another serves. */
class SearchInSpacesTest {
    private static final Tenant TENANT = new Tenant("mill");
    private static final UUID DOCUMENT = new UUID(0x7000, 1);
    private static final Space OLD = new Space("old", 2, 0);
    private static final Space NEW = new Space("fake", 2, 1);

    private final List<Item> rows = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final AtomicBoolean tableIsDown = new AtomicBoolean();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    private void serves(long count, Optional<Space> space, Optional<Space> next) {
        rows.removeIf(row -> row.key().sort().equals("index"));
        rows.add(Item.of(new Key("mill", "index"), new IndexRow(count, space.map(Space::name), next.map(Space::name))));
    }

    private SearchService service() {
        var state = new State(Status.READY, Progress.NONE, Optional.empty(), List.of(), 0, Lease.NONE, Instant.EPOCH);
        var source = new Source("", 1, "wren", Optional.empty(), Instant.EPOCH);
        var names = List.of(new Name("a.pdf", 1, true));
        rows.add(Item.of(
                new Key("mill", "doc#" + DOCUMENT),
                new Document(DOCUMENT, source, names, Optional.empty(), List.of(), state, 0)));
        return new SearchService(
                new Catalog(table(), Clock.systemUTC()),
                new Analyser(),
                new KeptEmbedders(FakeEmbedder.usual(), space -> new Named(space.model())),
                new Both(),
                Masking.NONE);
    }

    /** Its rows are looked at anew at each call. */
    private Table table() {
        return (Table) Proxy.newProxyInstance(
                Table.class.getClassLoader(), new Class<?>[] {Table.class}, (_, method, arguments) -> {
                    if (tableIsDown.get()) throw new Unavailable(Part.TABLE, null);
                    return method.invoke(new FakeTable(rows), arguments);
                });
    }

    private final class Both implements Spaces {
        @Override
        public ChunkIndex of(Space space) {
            asked.add(space.name());
            meanwhile.getAndSet(() -> {}).run();
            var chunk = new Chunk(new UUID(1, 1), DOCUMENT, 0, 1, new Span(0, 4), "", space.model(), List.of());
            return new FakeIndex(List.of(new Hit(chunk, 1)), List.of());
        }

        @Override
        public Set<Space> existing() {
            return Set.of(OLD, NEW);
        }

        @Override
        public void drop(Space space) {
            throw new UnsupportedOperationException("searched only");
        }

        @Override
        public Part part() {
            return Part.INDEX;
        }

        @Override
        public void check() {}
    }

    private record Named(String model) implements Embedder {
        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public List<Vector> passages(List<String> texts) {
            return texts.stream().map(this::question).toList();
        }

        @Override
        public Vector question(String text) {
            return Vector.of(new float[] {0, 1});
        }
    }

    private static List<String> models(SearchService.Found found) {
        return found.passages().stream().map(Passage::text).toList();
    }

    @Test
    void an_index_of_an_earlier_layout_is_not_asked_for_what_it_does_not_know() {
        serves(1, Optional.of(new Space("old", 2, 0, 1)), Optional.of(NEW));
        assertEquals(List.of("old"), models(service().search(Selection.all(TENANT), "text", 5)));

        var place = new Place(Optional.of(new PageRange(1, 9)), Optional.empty());
        var selection = new Selection(TENANT, Optional.empty(), Traits.ANY, place);
        var failure = assertThrows(Unavailable.class, () -> service().search(selection, "text", 5));
        assertEquals(Part.INDEX, failure.part());

        serves(2, Optional.of(NEW), Optional.empty());
        assertEquals(List.of("fake"), models(service().search(selection, "text", 5)));
    }

    @Test
    void the_serving_index_is_asked_although_another_is_being_filled() {
        serves(1, Optional.of(OLD), Optional.of(NEW));
        var found = service().search(Selection.all(TENANT), "text", 5);
        assertEquals(List.of("old"), models(found));
        assertEquals("old", found.meaning().orElseThrow().embedder().model());
    }

    @Test
    void a_switch_in_the_middle_of_a_search_makes_it_ask_the_other_index_with_the_other_model() {
        serves(1, Optional.of(OLD), Optional.of(NEW));
        meanwhile.set(() -> serves(2, Optional.of(NEW), Optional.empty()));
        var found = service().search(Selection.all(TENANT), "text", 5);
        assertEquals(List.of("old.2.0-2", "fake.2.1-2"), asked);
        assertEquals(List.of("fake"), models(found));
        assertEquals("fake", found.meaning().orElseThrow().embedder().model());
    }

    @Test
    void an_index_that_does_not_answer_because_it_was_dropped_is_not_asked_again() {
        serves(1, Optional.of(OLD), Optional.of(NEW));
        meanwhile.set(() -> {
            serves(2, Optional.of(NEW), Optional.empty());
            throw new Unavailable(Part.INDEX, null);
        });
        assertEquals(List.of("fake"), models(service().search(Selection.all(TENANT), "text", 5)));
    }

    @Test
    void one_that_serves_and_does_not_answer_is_told_of() {
        serves(1, Optional.of(OLD), Optional.empty());
        meanwhile.set(() -> {
            throw new Unavailable(Part.INDEX, null);
        });
        var service = service();
        assertThrows(Unavailable.class, () -> service.search(Selection.all(TENANT), "text", 5));
    }

    @Test
    void nor_is_the_table_blamed_when_there_is_no_time_left_to_ask_it() {
        serves(1, Optional.of(OLD), Optional.empty());
        meanwhile.set(() -> {
            tableIsDown.set(true);
            throw new Unavailable(Part.INDEX, null);
        });
        var service = service();
        var failure = assertThrows(Unavailable.class, () -> service.search(Selection.all(TENANT), "text", 5));
        assertEquals(Part.INDEX, failure.part());
    }

    @Test
    void without_a_document_that_ever_came_into_sight_no_index_is_asked() {
        assertEquals(
                List.of(), service().search(Selection.all(TENANT), "text", 5).passages());
        assertEquals(List.of(), asked);
    }
}
