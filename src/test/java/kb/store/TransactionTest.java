package kb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionTest {
    /** What an item of one text attribute adds to its text: key, name, lengths and the expiry's room. */
    private static final int AROUND = (int) item(0, 0).bytes();

    private static Item item(int number, int letters) {
        return new Item(new Key("p", "%03d".formatted(number)), Map.of("a", "x".repeat(letters)));
    }

    private static List<Write> puts(int count, int letters) {
        var writes = new ArrayList<Write>();
        for (int i = 0; i < count; i++) writes.add(Write.put(item(i, letters)));
        return writes;
    }

    private static void refused(String message, List<Write> writes) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Transaction(writes))
                        .getMessage());
    }

    @Test
    void a_transaction_has_at_most_100_writes() {
        assertEquals(100, new Transaction(puts(100, 1)).writes().size());
        assertEquals(0, new Transaction(List.of()).writes().size());
        refused("a transaction has at most 100 writes", puts(101, 1));
    }

    @Test
    void an_item_has_at_most_400_kb() {
        assertEquals(1, new Transaction(puts(1, 400 * 1024 - AROUND)).writes().size());
        refused("an item has at most 400 KB", puts(1, 400 * 1024 - AROUND + 1));
    }

    @Test
    void a_transaction_has_at_most_4_mb() {
        var most = 4 * 1024 * 1024 / 16 - AROUND;
        assertEquals(16, new Transaction(puts(16, most)).writes().size());
        refused("a transaction has at most 4 MB", puts(16, most + 1));
    }

    @Test
    void no_key_is_twice_in_it_whatever_is_done_to_it() {
        var key = item(0, 1).key();
        for (var other : List.of(
                Write.put(item(0, 2)),
                Write.delete(key),
                new Write.Check(key, Condition.PRESENT),
                new Write.Add(key, "n", 1))) {
            refused("a key is twice in one transaction", List.of(Write.put(item(0, 1)), other));
        }
    }

    @Test
    void a_check_has_a_condition_and_an_addition_has_none() {
        var key = item(0, 1).key();
        assertThrows(IllegalArgumentException.class, () -> new Write.Check(key, Condition.ALWAYS));
        assertEquals(Condition.ALWAYS, new Write.Add(key, "n", 1).condition());
        assertEquals(Condition.ALWAYS, Write.delete(key).condition());
        assertEquals(Condition.ABSENT, Write.put(item(0, 1), Condition.ABSENT).condition());
    }
}
