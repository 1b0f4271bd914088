package kb.usage;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kb.store.Key;
import kb.store.Table;

/**
 * What may be spent in a month, in nano-dollars: an amount is set aside before models are asked, and afterwards what they really
 * took stands in its place.
 *
 * <p>Setting aside is one atomic addition to each sum, taken back at once when the sum is then too large: so all that is let
 * through fits, and when many ask at the same moment somebody may be refused whose turn might just have fitted.
 */
final class Budgets {
    private static final String COMMITTED = "committed";

    private final Table table;
    private final Limits limits;
    private final Clock clock;

    /** @param person for each @param tenant for all of its people together */
    record Limits(OptionalLong person, OptionalLong tenant) {}

    Budgets(Table table, Limits limits, Clock clock) {
        this.table = table;
        this.limits = limits;
        this.clock = clock;
    }

    /** Set aside until it is settled. */
    record Reservation(List<Key> sums, long nanos) {}

    /** Empty when it does not fit. */
    Optional<Reservation> reserve(Account account, YearMonth month, long nanos) {
        var taken = new ArrayList<Key>();
        var fits = true;
        if (limits.person().isPresent() && account.person().isPresent()) {
            fits = taken(taken, key(Ledger.partition(account.person().get()), month), nanos, limits.person());
        }
        if (fits && limits.tenant().isPresent()) {
            fits = taken(taken, key(Ledger.partition(account.tenant()), month), nanos, limits.tenant());
        }
        var reserved = new Reservation(List.copyOf(taken), nanos);
        if (fits) return Optional.of(reserved);
        settle(reserved, 0);
        return Optional.empty();
    }

    /** What is spent without being asked whether it fits counts for those who are asked. */
    Reservation nothing(Account account, YearMonth month) {
        var sums = new ArrayList<Key>();
        if (limits.tenant().isPresent()) sums.add(key(Ledger.partition(account.tenant()), month));
        if (limits.person().isPresent()) account.person().ifPresent(who -> sums.add(key(Ledger.partition(who), month)));
        return new Reservation(List.copyOf(sums), 0);
    }

    private boolean taken(List<Key> taken, Key sum, long nanos, OptionalLong limit) {
        taken.add(sum);
        return table.add(sum, COMMITTED, nanos, until()) <= limit.getAsLong();
    }

    void settle(Reservation reserved, long spent) {
        for (var sum : reserved.sums()) {
            if (spent != reserved.nanos()) table.add(sum, COMMITTED, spent - reserved.nanos(), until());
        }
    }

    private Optional<Instant> until() {
        return Optional.of(clock.instant().plus(Ledger.KEPT));
    }

    private static Key key(String partition, YearMonth month) {
        return new Key(partition, month + "#" + COMMITTED);
    }
}
