package kb.documents;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import kb.files.DocumentFiles;
import kb.pages.Chunk;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Table;
import kb.store.Write;

/** PDFs that were read and wait to be made documents, for a day; what becomes of none of them is cleared away. */
public final class Drafts {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Table table;
    private final DocumentRows rows;
    private final DocumentFiles files;
    private final BiConsumer<Tenant, UUID> work;
    private final Clock clock;

    /** @param work takes a document that waits to be indexed */
    public Drafts(Table table, DocumentFiles files, BiConsumer<Tenant, UUID> work, Clock clock) {
        this.table = table;
        this.rows = new DocumentRows(table);
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    /** Puts a tenant where what is left of its drafts is found. */
    public void expect(Tenant tenant) {
        rows.register(tenant);
    }

    public void keep(Tenant tenant, Draft draft) {
        var row = Item.of(Keys.draft(tenant, draft.sha256()), draft);
        var until = Optional.of(clock.instant().plus(KEPT));
        rows.wrote(List.of(Write.put(new Item(row.key(), row.attributes(), until))), UploadDeed.of(draft));
    }

    /** The draft of these bytes, unless it has become a document. */
    public Optional<Draft> find(Tenant tenant, String sha256) {
        return table.get(Keys.draft(tenant, sha256))
                .map(row -> row.as(Draft.class))
                .filter(draft -> rows.document(tenant, draft.documentId()).isEmpty());
    }

    /** As they were cut. */
    public List<Chunk> chunks(Tenant tenant, Draft draft) {
        return files.chunks(tenant, draft.documentId()).orElse(List.of());
    }

    /** @param named the document that the name leads to @param same a document with the same bytes */
    public record Likeness(Optional<Document> named, Optional<Document> same) {}

    /** Which documents are there already, by name and by bytes. */
    public Likeness like(Tenant tenant, String sha256, String filename) {
        var known = rows.known(tenant, sha256, filename);
        var named = known.name().holderId().flatMap(id -> rows.document(tenant, id));
        var same = known.sameBytes().stream().filter(Drafts::isOrWillBe).findFirst();
        return new Likeness(named.filter(Catalog::isThere), same);
    }

    private static boolean isOrWillBe(Document document) {
        return document.current()
                && (document.visible() || document.state().status().isUnfinished());
    }

    /**
     * Makes a document of a draft: always one of its own, also where its bytes are known.
     *
     * @param chunks as a person left them; whatever is done with the document, these are what is searched of it
     * @param replace whether it may become the next version of a name that leads elsewhere
     */
    public Upload publish(Person by, Draft draft, Filename filename, List<Chunk> chunks, boolean replace) {
        var tenant = by.tenant();
        while (true) {
            var known = rows.known(tenant, draft.sha256(), filename.text());
            var holder = known.name().holderId();
            if (holder.isPresent() && !replace) return new Upload.NameTaken(holder.get());
            var name = new Name(filename.text(), known.name().next(), holder.isEmpty());
            var corrections = files.corrections().put(tenant, draft.documentId(), chunks);
            var document = document(by, draft, name, corrections, chunks.size());
            var there = rows.wrote(writes(tenant, known, document, name), UploadDeed.of(filename.text(), document))
                    ? Optional.of(document)
                    : rows.document(tenant, draft.documentId());
            if (there.isPresent()) return published(tenant, there.get(), corrections);
        }
    }

    /** Another may have made a document of the same draft just before, with other corrections. */
    private Upload published(Tenant tenant, Document there, String corrections) {
        var id = there.documentId();
        if (!there.source().corrections().equals(Optional.of(corrections))) return new Upload.NameTaken(id);
        work.accept(tenant, id);
        return new Upload.Accepted(there);
    }

    private Document document(Person by, Draft draft, Name name, String corrections, int chunks) {
        var now = clock.instant();
        var source = new Source(draft.sha256(), draft.sizeBytes(), by.name(), Optional.of(by.id()), now)
                .corrected(corrections);
        var state = State.queued(now).knowing(draft.about()).cut(draft.pages(), chunks);
        return new Document(draft.documentId(), source, List.of(name), Optional.empty(), List.of(), state, 0);
    }

    private static List<Write> writes(Tenant tenant, Known known, Document document, Name name) {
        var id = document.documentId();
        var sha256 = document.source().sha256();
        var writes = new ArrayList<>(Intake.naming(tenant, known, document, name));
        writes.add(DocumentRows.change(
                tenant, sha256, known.content(), known.content().with(id)));
        writes.add(DocumentRows.add(tenant, document));
        writes.add(DocumentRows.work(tenant, id));
        writes.add(Write.delete(Keys.draft(tenant, sha256)));
        return writes;
    }
}
