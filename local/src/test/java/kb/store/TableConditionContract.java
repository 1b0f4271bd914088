package kb.store;

import static kb.store.TableContract.DONE;
import static kb.store.TableContract.item;
import static kb.store.TableContract.key;
import static kb.store.TableContract.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link TableContract} promises about conditions: on one write, and inside a transaction. */
interface TableConditionContract {
    Table table();

    @Test
    default void a_put_only_when_absent_happens_once() {
        var first = Write.put(item("hash", Map.of("by", "one")), Condition.ABSENT);
        var second = Write.put(item("hash", Map.of("by", "two")), Condition.ABSENT);
        assertEquals(DONE, table().write(first));
        assertEquals(refused(0), table().write(second));
        assertEquals("one", table().get(key("hash")).orElseThrow().text("by"));
    }

    @Test
    default void a_condition_looks_at_what_is_stored() {
        table().write(Write.put(item("doc", Map.of("status", "queued", "attempts", 2L, "current", true))));
        holds(Condition.PRESENT);
        holds(Condition.ALWAYS);
        holds(Condition.is("status", "queued"));
        holds(Condition.is("attempts", 2));
        holds(Condition.is("current", true));
        holds(new Condition.Below("attempts", 3));
        holds(new Condition.Below("never-set", 0));
        holds(Condition.all(Condition.PRESENT, Condition.is("attempts", 2L), Condition.is("current", true)));
        fails(Condition.ABSENT);
        fails(Condition.is("status", "ready"));
        fails(Condition.is("attempts", 3L));
        fails(Condition.is("attempts", "2"));
        fails(Condition.is("current", false));
        fails(Condition.is("missing", "queued"));
        fails(new Condition.Below("attempts", 2));
        fails(new Condition.Below("status", 2));
        fails(Condition.all(Condition.PRESENT, Condition.is("attempts", 1L)));
    }

    private void holds(Condition condition) {
        assertEquals(DONE, tried(condition), condition::toString);
        assertEquals(DONE, triedTogether(condition), condition::toString);
    }

    private void fails(Condition condition) {
        assertEquals(refused(0), tried(condition), condition::toString);
        assertEquals(refused(1), triedTogether(condition), condition::toString);
    }

    private Outcome tried(Condition condition) {
        return table().write(Write.put(table().get(key("doc")).orElseThrow(), condition));
    }

    private Outcome triedTogether(Condition condition) {
        var other = Write.put(item("other", Map.of()));
        return table().write(other, Write.put(table().get(key("doc")).orElseThrow(), condition));
    }

    @Test
    default void without_an_item_only_absent_holds() {
        for (var condition : List.of(Condition.PRESENT, Condition.is("a", "b"), new Condition.Below("a", 1))) {
            assertEquals(refused(0), table().write(new Write.Delete(key("none"), condition)), condition::toString);
            assertEquals(refused(0), table().write(new Write.Check(key("none"), condition)), condition::toString);
        }
        assertEquals(DONE, table().write(new Write.Delete(key("none"), Condition.ABSENT)));
        assertEquals(DONE, table().write(new Write.Check(key("none"), Condition.ABSENT)));
        assertEquals(Optional.empty(), table().get(key("none")));
    }
}
