package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kb.local.LuceneIndex;
import kb.people.Tenant;
import kb.search.ChunkIndex;
import kb.store.MemoryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that was lost comes back as it was, from what is stored: nothing is read or paid again. */
class RebuildTest {
    private static final Tenant TENANT = new Tenant("mill");

    @TempDir
    Path folder;

    @Test
    void a_new_index_is_filled_as_the_old_one_was() throws Exception {
        try (var before = new LuceneIndex(folder.resolve("before"));
                var after = new LuceneIndex(folder.resolve("after"))) {
            comesBack(before, after);
        }
    }

    @Test
    void an_emptied_index_is_filled_again() throws Exception {
        try (var index = new LuceneIndex(folder)) {
            comesBack(index, index);
        }
    }

    private static void comesBack(LuceneIndex before, LuceneIndex after) {
        var parts = Parts.around(new MemoryTable(Clock.systemUTC()), before);
        var wren = new Asking(Asking.app(parts.outside()), TENANT.id());
        filled(wren);
        var chunks = chunks(before);
        assertEquals(43, chunks.size());
        var found = found(wren);
        var sent = parts.embedder().sent();
        var read = parts.reader().read();

        for (var id : before.documents(TENANT)) before.delete(TENANT, id);
        assertNotEquals(found, found(wren));
        var again = new Asking(Asking.app(parts.with(after).outside()), TENANT.id());
        var migration = again.app().background().migration();
        migration.serving().forEach(migration::restore);

        assertEquals(chunks, chunks(after));
        assertEquals(found, found(again));
        assertEquals(sent, parts.embedder().sent());
        assertEquals(read, parts.reader().read());
    }

    /** Two live documents, one of them in two batches, and one that was replaced. */
    private static void filled(Asking wren) {
        var rivers = new String[40];
        for (int page = 0; page < 40; page++) rivers[page] = "River number %d drives a mill.".formatted(page * page);
        wren.uploaded("rivers.pdf", false, rivers);
        wren.uploaded("mills.pdf", false, "The old mill is closed.");
        wren.uploaded("mills.pdf", true, "The mill grinds corn.", "The mill grinds coffee at night.", "Salt is sold.");
    }

    private static List<UUID> chunks(ChunkIndex index) {
        var chunks = new ArrayList<UUID>();
        index.documents(TENANT).stream().sorted().forEach(id -> chunks.addAll(index.chunks(TENANT, id)));
        return chunks;
    }

    private static List<JsonNode> found(Asking wren) {
        var found = new ArrayList<JsonNode>();
        for (var query : List.of("who grinds coffee", "river number 144", "mill", "salt and corn")) {
            found.add(wren.post("/search", Map.of("query", query, "limit", 50)));
        }
        return found;
    }
}
