package kb.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Write;
import org.junit.jupiter.api.Test;

/** Which documents a catalog of thousands finds by what they are like. */
class TraitsTest {
    private static final Tenant MILL = new Tenant("mill");
    private static final int MANY = 2_500;

    private final MemoryTable table = new MemoryTable(new MovableClock());
    private final Catalog catalog = new Catalog(table, new MovableClock());

    /** The number tells everything of it: every tenth is robin's, every hundredth superseded, each is a minute younger. */
    private static Document document(int number) {
        var state = new State(
                number == 7 ? Status.EMBEDDING : Status.READY,
                Progress.NONE,
                Optional.empty(),
                List.of(),
                0,
                Lease.NONE,
                Instant.EPOCH);
        var names = List.of(new Name("Report %04d.pdf".formatted(number), 1, number % 100 != 0));
        var by = number % 10 == 0 ? "robin" : "wren";
        var source = new Source("", 1, by, Optional.empty(), minute(number));
        var tags = number % 3 == 0 ? List.of("third", "odd or even") : List.of("odd or even");
        return new Document(id(number), source, names, Optional.empty(), tags, state, 0);
    }

    private static Instant minute(int number) {
        return Instant.EPOCH.plusSeconds(60L * number);
    }

    private static UUID id(int number) {
        return new UUID(0x7000, number);
    }

    private void fill() {
        for (int number = 1; number <= MANY; number++) {
            var document = document(number);
            table.write(Write.put(Item.of(Keys.document(MILL, document.documentId()), document)));
        }
        table.write(Write.put(Item.of(Keys.document(new Tenant("other"), id(9_999)), document(9_999))));
    }

    private static Traits traits(String filename, String by, Integer from, Integer before, String... tags) {
        return new Traits(
                Optional.ofNullable(filename),
                Optional.ofNullable(by),
                Optional.ofNullable(from).map(TraitsTest::minute),
                Optional.ofNullable(before).map(TraitsTest::minute),
                Set.of(tags));
    }

    private static Set<UUID> ids(Integer... numbers) {
        return Stream.of(numbers).map(TraitsTest::id).collect(Collectors.toSet());
    }

    @Test
    void they_are_found_among_thousands_wherever_they_stand() {
        fill();
        assertEquals(
                ids(1, 2499), found(traits("report 0001", null, null, null), traits("REPORT 2499", null, null, null)));
        assertEquals(ids(2_450, 2_460, 2_470, 2_480, 2_490), found(traits(null, "robin", 2_450, 2_500)));
        assertEquals(ids(3, 6, 9), found(traits(null, null, null, 10, "third")));
        assertEquals(ids(6, 9), found(traits("pdf", "wren", 6, 10, "third", "odd or even")));
        assertEquals(MANY - 25 - 1, found(traits("report", null, null, null)).size());
    }

    private Set<UUID> found(Traits... each) {
        var found = new HashSet<UUID>();
        for (var traits : each) found.addAll(catalog.visible(MILL, Optional.empty(), traits));
        return found;
    }

    @Test
    void the_first_moment_belongs_to_a_time_and_the_last_does_not() {
        fill();
        assertEquals(ids(4, 5), found(traits(null, null, 4, 6)));
    }

    @Test
    void what_is_not_visible_is_not_found() {
        fill();
        assertEquals(Set.of(), found(traits("report 0007", null, null, null), traits("report 0100", null, null, null)));
        assertEquals(Set.of(), found(traits("report 9999", null, null, null), traits(null, "nobody", null, null)));
        assertEquals(Set.of(), found(traits(null, null, null, null, "third", "fourth")));
    }

    @Test
    void among_some_only_those_are_found() {
        fill();
        var some = Optional.of(ids(3, 4, 7, 100, 9_999, 77_777));
        assertEquals(ids(3), catalog.visible(MILL, some, traits(null, null, null, null, "third")));
        assertEquals(ids(3, 4), catalog.visible(MILL, some, traits("report", null, null, null)));
    }
}
