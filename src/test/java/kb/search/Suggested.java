package kb.search;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import kb.masking.Masking;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.store.FakeTable;
import kb.store.Item;
import kb.store.Key;

/** Documents of two tenants in every state, and chunks of them for an index to suggest. */
final class Suggested {
    static final Tenant OURS = new Tenant("ours");
    static final Tenant THEIRS = new Tenant("theirs");
    static final UUID VISIBLE = new UUID(0x7000, 1);
    static final UUID OTHER = new UUID(0x7000, 2);
    static final UUID SUPERSEDED = new UUID(0x7000, 3);
    static final UUID UNFINISHED = new UUID(0x7000, 4);
    static final UUID FAILED = new UUID(0x7000, 5);
    static final UUID FOREIGN = new UUID(0x7000, 6);
    static final UUID NOBODYS = new UUID(0x7000, 7);
    static final UUID BURIED = new UUID(0x7000, 8);

    private static final List<Item> ROWS = List.of(
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
        return Item.of(new Key(tenant.id(), "index"), new IndexRow(1, Optional.of("fake.2.0-2"), Optional.empty()));
    }

    private static Item row(Tenant tenant, UUID id, boolean held, Status status) {
        var state = new State(status, Progress.NONE, Optional.empty(), List.of(), 0, Lease.NONE, Instant.EPOCH);
        var names = List.of(new Name(id + ".pdf", 3, held));
        var source = new Source("", 1, "wren", Optional.empty(), Instant.EPOCH);
        var document = new Document(id, source, names, Optional.empty(), List.of(), state, 0);
        return Item.of(new Key(tenant.id(), "doc#" + id), document);
    }

    static Hit hit(UUID document, int position, double score) {
        var box = new Box(2, 1, 1, 2, 2);
        var id = new UUID(document.getLeastSignificantBits(), position);
        return new Hit(new Chunk(id, document, position, 2, new Span(4, 8), "1.1 Fees", "text", List.of(box)), score);
    }

    static SearchService service(ChunkIndex index, Embedder embedder) {
        return new SearchService(
                new Catalog(new FakeTable(ROWS), Clock.systemUTC()),
                new Analyser(),
                new KeptEmbedders(embedder, _ -> embedder),
                new FakeSpaces(index),
                Masking.NONE);
    }

    static List<UUID> documents(SearchService.Found found) {
        return found.passages().stream().map(Passage::documentId).toList();
    }

    private Suggested() {}
}
