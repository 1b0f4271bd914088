package kb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Table;
import org.junit.jupiter.api.Test;

class RequestCounterTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_request_is_counted_by_one_atomic_update_and_nothing_is_read() {
        var clock = new MovableClock();
        var stored = new MemoryTable(clock);
        var asked = new ArrayList<String>();
        var table = (Table) Proxy.newProxyInstance(
                Table.class.getClassLoader(), new Class<?>[] {Table.class}, (_, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(stored, arguments);
                });
        var counter = new RequestCounter(table, clock);
        var wren = new Person(new Tenant("acme"), "wren", "Wren");

        assertEquals(1, counter.add(wren, "chat", MINUTE).used());
        assertEquals(2, counter.add(wren, "chat", MINUTE).used());
        assertEquals(1, counter.add(wren, "search", MINUTE).used());
        assertEquals(List.of("add", "add", "add"), asked);
    }
}
