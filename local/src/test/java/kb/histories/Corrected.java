package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kb.App;
import kb.Inside;
import kb.documents.Document;
import kb.documents.Draft;
import kb.documents.Filename;
import kb.documents.Upload;
import kb.files.ObjectStore;
import kb.ingest.Drafting;
import kb.ingest.PdfReader;
import kb.ingest.Result;
import kb.ingest.Shift;
import kb.ingest.WorkQueue;
import kb.outside.Part;
import kb.pages.Chunk;
import kb.people.Person;
import kb.people.Tenant;
import kb.search.Everywhere;
import kb.store.Table;

/** A PDF of two pages: of the first a person makes other words, the second that person leaves out. */
final class Corrected {
    static final String CORRECTION = "The mill grinds spelt.";
    static final Filename NAME = new Filename("mill.pdf");

    private final byte[] pdf = TextReader.pdf("The mill grinds corn.", "The annex is about tungsten.");
    private final Person wren = new Person(new Tenant(UUID.randomUUID().toString()), "wren", "Wren");
    private final Trouble trouble = new Trouble();
    private final Parts parts;
    private final Inside calm;
    private final Inside inside;

    Corrected(Table table) {
        parts = Parts.over(table, new MemorySpaces());
        calm = Inside.of(parts.outside());
        inside = troubled(Clock.systemUTC());
    }

    private Inside troubled(Clock clock) {
        var given = parts.outside();
        return Inside.of(new App.Outside(
                trouble.over(Table.class, given.documents(), Part.TABLE),
                given.chats(),
                trouble.over(ObjectStore.class, given.objects(), Part.STORAGE),
                new Troubled.Indexes(trouble, given.spaces()),
                new Troubled.Models(trouble, given.embedders()),
                trouble.over(PdfReader.class, given.reader(), Part.STORAGE),
                given.queue(),
                given.gate(),
                given.newId(),
                clock));
    }

    Tenant tenant() {
        return wren.tenant();
    }

    Parts parts() {
        return parts;
    }

    Inside calm() {
        return calm;
    }

    Draft parsed() {
        return assertInstanceOf(Drafting.Outcome.Read.class, calm.drafting().read(tenant(), pdf))
                .draft();
    }

    List<Chunk> chunks(Draft draft) {
        return calm.drafts().chunks(tenant(), draft);
    }

    /** What is left of it: the first page in other words. */
    Upload publish(Draft draft, String correction) {
        var first = chunks(draft).getFirst().edited(correction);
        return inside.drafts().publish(wren, draft, NAME, List.of(first), true);
    }

    UUID published() {
        return assertInstanceOf(Upload.Accepted.class, publish(parsed(), CORRECTION))
                .document()
                .documentId();
    }

    UUID live() {
        var id = published();
        assertEquals(Result.DONE, work(id));
        return id;
    }

    Upload uploadedAlone() {
        return inside.uploads().upload(wren, NAME, pdf, false);
    }

    Optional<Document> document(UUID id) {
        return calm.background().catalog().stored(tenant(), id);
    }

    Result work(UUID id) {
        return inside.background().worker().work(new WorkQueue.Work(tenant(), id), Shift.endless("worker"));
    }

    /** As somebody else, who finds that the one before him has not been heard of for a minute. */
    Result workTakenOver(UUID id) {
        var later = troubled(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(61)));
        return later.background().worker().work(new WorkQueue.Work(tenant(), id), Shift.endless("another"));
    }

    void fail(UUID id) {
        calm.background().worker().giveUp(new WorkQueue.Work(tenant(), id), Shift.endless("worker"));
    }

    /** Says whether there was such a call. */
    boolean killedAt(int call, boolean late, Runnable action) {
        try {
            trouble.during(Optional.of(new Trouble.Fault(call, 1, late, true)), Optional.empty(), action);
            return trouble.killed();
        } catch (Killed killed) {
            return true;
        } finally {
            trouble.during(Optional.empty(), Optional.empty(), () -> {}); // whoever comes next is another process
        }
    }

    /** The text of each chunk as people are shown it. */
    List<String> shown(UUID id) {
        return document(id).stream()
                .flatMap(document -> calm.documents().chunks(tenant(), document).stream())
                .map(Chunk::searched)
                .toList();
    }

    /** All chunks in indexes that belong to what is visible. */
    List<UUID> indexed(UUID id) {
        var all = new ArrayList<UUID>();
        if (document(id).filter(Document::visible).isEmpty()) return all;
        for (var index : new Everywhere(parts.spaces()).indexes()) all.addAll(index.chunks(tenant(), id));
        return all;
    }

    /** What any model was sent. */
    List<String> embedded() {
        return List.copyOf(parts.embedder().sent().keySet());
    }

    void lose(UUID id, String part) {
        var objects = parts.objects();
        objects.delete(objects.names(tenant() + "/" + id + "/" + part));
    }
}
