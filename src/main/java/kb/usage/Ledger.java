package kb.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kb.activity.Tallies;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Key;
import kb.store.Sha256;
import kb.store.Table;
import kb.store.Write;

/**
 * Every call of a model: a row for each, and sums of the month for its person and tenant, of its chat or document and of the day,
 * written together and kept for 400 days.
 */
public final class Ledger {
    static final Duration KEPT = Duration.ofDays(400);
    private static final String SUM = "sum";

    private final Table table;
    private final Prices prices;
    private final Supplier<UUID> newId;
    private final Clock clock;

    public Ledger(Table table, Prices prices, Supplier<UUID> newId, Clock clock) {
        this.table = table;
        this.prices = prices;
        this.newId = newId;
        this.clock = clock;
    }

    /** Tokens as providers reported them, and those that had to be estimated, of one month. */
    public record Sums(long calls, long read, long written, long estimatedRead, long estimatedWritten, long nanos) {}

    private enum Amount {
        CALLS,
        READ,
        WRITTEN,
        ESTIMATED_READ,
        ESTIMATED_WRITTEN,
        NANOS
    }

    /** What a call costs in nano-dollars. */
    long nanos(String model, long read, long written) {
        return prices.nanos(model, read, written);
    }

    /** Enters a call and returns its cost in nano-dollars. */
    long enter(Account account, Use use) {
        var nanos = nanos(use.model(), use.read(), use.written());
        write(account, use, nanos, newId.get(), clock.instant(), Condition.ALWAYS);
        return nanos;
    }

    /**
     * Enters a call that another service made.
     *
     * @param id of the call: the same is never entered a second time
     * @param nanos what it cost there
     */
    public void inherit(Account account, Use use, long nanos, UUID id, Instant at) {
        write(account, use, nanos, id, at, Condition.ABSENT);
    }

    private void write(Account account, Use use, long nanos, UUID id, Instant at, Condition condition) {
        var month = month(at);
        var writes = new ArrayList<Write>();
        writes.add(Write.put(row(account, use, nanos, id, at), condition));
        for (var whose : whose(account)) {
            amounts(use, nanos).forEach((amount, value) -> {
                if (value > 0) writes.add(new Write.Add(key(whose, month, amount), Map.of(SUM, value), until()));
            });
        }
        account.thing().ifPresent(thing -> writes.add(Expenses.add(account.tenant(), thing, use, nanos, until())));
        writes.addAll(Tallies.add(account.tenant(), at, Expenses.counts(account.purpose(), use, nanos)));
        table.write(writes);
    }

    private Optional<Instant> until() {
        return Optional.of(clock.instant().plus(KEPT));
    }

    private Item row(Account account, Use use, long nanos, UUID id, Instant at) {
        var row = new TreeMap<String, Object>(Map.of(
                "stage", use.stage().word(),
                "model", use.model(),
                "read", use.read(),
                "written", use.written(),
                "estimated", use.estimated(),
                "nanos", nanos,
                "at", at.toString()));
        account.person().ifPresent(person -> row.put("user", person.id()));
        account.chatId().ifPresent(chat -> row.put("chat_id", chat.toString()));
        account.documentId().ifPresent(document -> row.put("document_id", document.toString()));
        var key = new Key("calls#" + account.tenant().id() + "#" + month(at), id.toString());
        return new Item(key, row, until());
    }

    private static Map<Amount, Long> amounts(Use use, long nanos) {
        return Map.of(
                Amount.CALLS,
                1L,
                use.estimated() ? Amount.ESTIMATED_READ : Amount.READ,
                use.read(),
                use.estimated() ? Amount.ESTIMATED_WRITTEN : Amount.WRITTEN,
                use.written(),
                Amount.NANOS,
                nanos);
    }

    /** Of a person in this month. */
    public Sums sums(Person person) {
        return sums(partition(person));
    }

    public Sums sums(Tenant tenant) {
        return sums(partition(tenant));
    }

    /** What this month cost so far. */
    long nanos(Person person) {
        return nanos(partition(person));
    }

    long nanos(Tenant tenant) {
        return nanos(partition(tenant));
    }

    private long nanos(String whose) {
        return table.get(key(whose, month(), Amount.NANOS))
                .map(item -> item.number(SUM))
                .orElse(0L);
    }

    private Sums sums(String whose) {
        var found = new TreeMap<String, Long>();
        var keys = Stream.of(Amount.values())
                .map(amount -> key(whose, month(), amount))
                .toList();
        for (var item : table.get(keys)) found.put(item.key().sort(), item.number(SUM));
        var sums = keys.stream().map(key -> found.getOrDefault(key.sort(), 0L)).toList();
        return new Sums(sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4), sums.get(5));
    }

    private static List<String> whose(Account account) {
        return Stream.concat(Stream.of(partition(account.tenant())), account.person().map(Ledger::partition).stream())
                .toList();
    }

    static String partition(Person person) {
        return partition(person.tenant()) + "#" + Sha256.hex(person.id());
    }

    static String partition(Tenant tenant) {
        return "usage#" + tenant.id();
    }

    private static Key key(String partition, YearMonth month, Amount amount) {
        return new Key(partition, month + "#" + amount.name().toLowerCase(java.util.Locale.ROOT));
    }

    YearMonth month() {
        return month(clock.instant());
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }
}
