package kb.usage;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Sha256;
import kb.store.Table;
import kb.store.Write;

/**
 * What may be spent in a month, in nano-dollars: an amount is set aside before models are asked, and what they took stands in the
 * ledger before it is given back.
 *
 * <p>Each amount is a row of its own that counts while it lives, and it lives no longer than a question can take: so one that nobody
 * gives back, because its process died or its stream was never sent, is given back by itself. A row is written before the rows are
 * read, and the rows are read before the ledger: so all that is let through fits, and when many ask at the same moment somebody may be
 * refused whose turn might just have fitted.
 */
final class Budgets {
    /** A promised stream, the longest turn, and some time to enter what it took. */
    static final Duration LONGEST = Duration.ofMinutes(6);

    private static final String NANOS = "nanos";
    private static final int AT_ONCE = 100;

    private final Table table;
    private final Ledger ledger;
    private final Limits limits;
    private final Supplier<UUID> newId;
    private final Clock clock;

    /** @param person for each @param tenant for all of its people together */
    record Limits(OptionalLong person, OptionalLong tenant) {
        boolean isNone() {
            return person.isEmpty() && tenant.isEmpty();
        }
    }

    Budgets(Table table, Ledger ledger, Limits limits, Supplier<UUID> newId, Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.limits = limits;
        this.newId = newId;
        this.clock = clock;
    }

    /** An amount for one question, until it is given back. */
    final class Reservation implements Allowance {
        private final Person person;
        private final Key key;

        private Reservation(Person person) {
            this.person = person;
            this.key = new Key(partition(person.tenant()), prefix(person) + newId.get());
        }

        /** What was held before is given back, or has been spent and entered. */
        @Override
        public boolean holds(long nanos) {
            var until = Optional.of(clock.instant().plus(LONGEST));
            table.write(Write.put(new Item(key, Map.of(NANOS, nanos), until)));
            return left(person) >= 0;
        }

        @Override
        public void end() {
            table.write(Write.delete(key));
        }
    }

    /** Empty when it does not fit. */
    Optional<Allowance> reserve(Person person, long nanos) {
        if (limits.isNone()) return Optional.of(Allowance.UNLIMITED);
        var reserved = new Reservation(person);
        if (reserved.holds(nanos)) return Optional.of(reserved);
        reserved.end();
        return Optional.empty();
    }

    /** What somebody may still set aside: the least of what their budgets have left; below 0 while more is set aside than there is. */
    long left(Person person) {
        var held = held(person);
        var ofPerson = limits.person().isEmpty()
                ? Long.MAX_VALUE
                : limits.person().getAsLong() - held.person() - ledger.nanos(person);
        var ofTenant = limits.tenant().isEmpty()
                ? Long.MAX_VALUE
                : limits.tenant().getAsLong() - held.tenant() - ledger.nanos(person.tenant());
        return Math.min(ofPerson, ofTenant);
    }

    private record Held(long person, long tenant) {}

    /** As far as it still fits: more of it changes nothing. */
    private Held held(Person person) {
        var all = limits.tenant().isPresent() ? "" : prefix(person);
        long ofPerson = 0;
        long ofTenant = 0;
        for (var cursor = Optional.<String>empty(); ; ) {
            var slice = table.query(partition(person.tenant()), all, Order.ASCENDING, AT_ONCE, cursor);
            for (var row : slice.items()) {
                ofTenant += row.number(NANOS);
                if (row.key().sort().startsWith(prefix(person))) ofPerson += row.number(NANOS);
            }
            cursor = slice.cursor();
            if (cursor.isEmpty() || ofTenant > limits.tenant().orElse(Long.MAX_VALUE))
                return new Held(ofPerson, ofTenant);
        }
    }

    private static String partition(Tenant tenant) {
        return "reserved#" + tenant.id();
    }

    private static String prefix(Person person) {
        return Sha256.hex(person.id()) + "#";
    }
}
