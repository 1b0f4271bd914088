package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import kb.ingest.Migration;
import kb.pages.Chunk;
import kb.pages.Span;
import kb.people.Tenant;
import kb.search.Everywhere;
import kb.search.IndexedChunk;
import kb.search.Space;
import kb.store.MemoryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change over to another index, stopped and disturbed at chosen moments. */
class MigrationTest {
    private static final Tenant TENANT = new Tenant("mill");
    private static final Space FIRST = new Space("counting", 16, 0);
    private static final Space SECOND = new Space("counting", 16, 1);
    private static final Runnable NOTHING = () -> {};

    private final MemorySpaces spaces = new MemorySpaces();
    private final Parts parts = Parts.over(new MemoryTable(Clock.systemUTC()), spaces);
    private final Asking wren = new Asking(Asking.app(parts.outside()), TENANT.id());
    private final Migration migration = wren.app().background().migration();
    private UUID mills;
    private UUID rivers;

    private static String[] pages(String text) {
        var pages = new String[40];
        for (int page = 0; page < pages.length; page++) pages[page] = text.formatted(page);
        return pages;
    }

    @BeforeEach
    void fill() {
        rivers = UUID.fromString(wren.uploaded("rivers.pdf", false, pages("River %d drives a mill.")));
        mills = UUID.fromString(wren.uploaded("mills.pdf", false, pages("Mill %d grinds corn.")));
    }

    /** One after the other, at the end of each batch. The newest document comes first, and each has two. */
    private void run(Runnable... after) {
        var left = new ArrayDeque<>(List.of(after));
        migration.run(() -> next(left).run());
    }

    private static Runnable next(Deque<Runnable> left) {
        return left.isEmpty() ? NOTHING : left.pop();
    }

    private static void stop() {
        throw new CancellationException();
    }

    private int found() {
        return wren.post("/search", Map.of("query", "mill", "limit", 50))
                .get("passages")
                .size();
    }

    @Test
    void everything_moves_and_nothing_is_read_or_embedded_again() {
        var sent = parts.embedder().sent();
        migration.again();
        assertEquals(SECOND, migration.run(NOTHING));
        assertEquals(Set.of(SECOND), spaces.existing());
        assertEquals(Set.of(mills, rivers), spaces.of(SECOND).documents(TENANT));
        assertEquals(40, spaces.of(SECOND).count(TENANT, mills));
        assertEquals(50, found());
        assertEquals(sent, parts.embedder().sent());
        assertEquals(2, parts.reader().read());
    }

    @Test
    void what_was_filled_before_it_was_stopped_is_not_filled_again() {
        migration.again();
        assertThrows(CancellationException.class, () -> run(NOTHING, NOTHING, MigrationTest::stop));
        assertEquals(40, spaces.of(SECOND).count(TENANT, mills));
        assertEquals(32, spaces.of(SECOND).count(TENANT, rivers));
        assertEquals(Set.of(FIRST), migration.serving());
        assertEquals(50, found());
        var batches = new ArrayDeque<Boolean>();
        migration.run(() -> batches.add(true));
        assertEquals(1, batches.size());
        assertEquals(Set.of(SECOND), migration.serving());
        assertEquals(Set.of(SECOND), spaces.existing());
    }

    @Test
    void of_a_document_that_is_erased_while_it_is_filled_in_nothing_stays() {
        migration.again();
        assertThrows(CancellationException.class, () -> run(this::erase, NOTHING, MigrationTest::stop));
        assertEquals(0, new Everywhere(spaces).count(TENANT, mills));
        assertEquals(Set.of(FIRST), migration.serving());
    }

    @Test
    void nor_when_it_was_stopped_before_it_could_see_that() {
        migration.again();
        assertThrows(
                CancellationException.class,
                () -> run(NOTHING, () -> {
                    erase();
                    spaces.of(SECOND).put(TENANT, List.of(leftover()));
                    stop();
                }));
        assertEquals(1, new Everywhere(spaces).count(TENANT, mills));
        migration.run(NOTHING);
        assertEquals(0, new Everywhere(spaces).count(TENANT, mills));
        assertEquals(Set.of(rivers), spaces.of(SECOND).documents(TENANT));
    }

    private void erase() {
        assertEquals("erased", wren.delete("/documents/" + mills).get("status").textValue());
    }

    /** As put by a process that had not heard of the erasure. */
    private IndexedChunk leftover() {
        var chunk = new Chunk(new UUID(7, 7), mills, 0, 1, new Span(0, 4), "", "Mill", List.of());
        return new IndexedChunk(chunk, List.of("mill"), parts.embedder().question("Mill"));
    }

    @Test
    void a_document_that_comes_into_sight_meanwhile_is_found_before_and_after() {
        migration.again();
        run(() -> {
            wren.uploaded("inns.pdf", false, "The inn has seven rooms.");
            assertEquals(Set.of(FIRST), migration.serving());
            assertTrue(inns().contains("seven rooms"), inns());
        });
        assertEquals(Set.of(SECOND), migration.serving());
        assertTrue(inns().contains("seven rooms"), inns());
    }

    private String inns() {
        return wren.post("/search", Map.of("query", "The inn has seven rooms.", "limit", 1))
                .toString();
    }

    @Test
    void a_tenant_that_comes_meanwhile_begins_in_the_new_index() {
        var other = new Asking(wren.app(), "other");
        migration.again();
        run(() -> other.uploaded("inns.pdf", false, "The inn has seven rooms."));
        assertEquals(Set.of(SECOND), migration.serving());
        assertEquals(1, spaces.of(SECOND).documents(new Tenant("other")).size());
    }

    @Test
    void of_tenants_one_of_whom_cannot_be_moved_yet_the_others_leave_the_old_index() {
        var other = new Asking(wren.app(), "other");
        other.uploaded("inns.pdf", false, "The inn has seven rooms.");
        migration.again();
        var lost = parts.objects().names("mill/").stream()
                .filter(name -> name.endsWith("chunks.json.gz"))
                .findFirst()
                .orElseThrow();
        var whole = parts.objects().get(lost).orElseThrow();
        parts.objects().put(lost, "application/gzip", new byte[] {1, 2, 3});
        assertThrows(RuntimeException.class, () -> migration.run(NOTHING));
        assertEquals(Set.of(FIRST, SECOND), migration.serving());
        assertEquals(Set.of(), spaces.of(FIRST).documents(new Tenant("other")));
        assertEquals(50, found());
        parts.objects().put(lost, "application/gzip", whole);
        migration.run(NOTHING);
        assertEquals(Set.of(SECOND), spaces.existing());
        assertEquals(50, found());
    }

    @Test
    void an_index_that_is_not_there_any_more_is_made_again_beside_its_place() {
        spaces.drop(FIRST);
        assertEquals(0, found());
        migration.run(NOTHING);
        assertEquals(Set.of(SECOND), spaces.existing());
        assertEquals(50, found());
        assertEquals(SECOND, migration.run(NOTHING));
    }

    @Test
    void a_document_without_text_makes_an_index_that_is_there() {
        var empty = new Asking(wren.app(), "empty");
        spaces.drop(FIRST);
        empty.uploaded("blank.pdf", false, "");
        assertTrue(spaces.existing().contains(FIRST));
    }
}
