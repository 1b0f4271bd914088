package kb.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kb.documents.IndexRow;
import kb.documents.Indexes;
import kb.people.Tenant;
import kb.search.Space;
import kb.store.MemoryTable;
import org.junit.jupiter.api.Test;

/** An index of which an earlier version of the service kept less than this one does. */
class EarlierLayoutTest {
    private static final Tenant TENANT = new Tenant("mill");
    private static final Space EARLIER = new Space("counting", 16, 0, 1);
    private static final Space LATEST = new Space("counting", 16, 0);

    private final MemorySpaces spaces = new MemorySpaces();
    private final Parts parts = Parts.over(new MemoryTable(Clock.systemUTC()), spaces);
    private final Asking wren = new Asking(Asking.app(parts.outside()), TENANT.id());

    @Test
    void it_answers_until_it_is_made_anew_which_nobody_has_to_ask_for() {
        wren.uploaded("mills.pdf", false, "Mill 1 grinds corn.", "Mill 2 grinds corn.");
        var migration = wren.app().background().migration();
        var indexes = new Indexes(parts.documents());
        indexes.change(TENANT, indexes.of(TENANT), row -> row.filling(Optional.of(EARLIER.name())));
        indexes.change(TENANT, indexes.of(TENANT), IndexRow::switched);
        migration.restore(EARLIER);
        spaces.drop(LATEST);
        assertEquals(Set.of(EARLIER), migration.serving());
        assertEquals(2, found());
        var sent = parts.embedder().sent();

        assertEquals(LATEST, migration.run(() -> {}));
        assertEquals(Set.of(LATEST), migration.serving());
        assertEquals(Set.of(LATEST), spaces.existing());
        assertEquals(2, found());
        assertEquals(sent, parts.embedder().sent());
    }

    private int found() {
        return wren.post("/search", Map.of("query", "mill")).get("passages").size();
    }
}
