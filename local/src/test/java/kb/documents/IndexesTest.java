package kb.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.UUID;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import org.junit.jupiter.api.Test;

class IndexesTest {
    @Test
    void a_knowledge_base_is_named_once_and_like_no_other() {
        var table = new MemoryTable(new MovableClock());
        var name = new Indexes(table).identity(UUID::randomUUID);
        assertEquals(12, name.length());
        assertEquals(name, new Indexes(table).identity(() -> fail("another was drawn")));
        assertNotEquals(name, new Indexes(new MemoryTable(new MovableClock())).identity(UUID::randomUUID));
    }
}
