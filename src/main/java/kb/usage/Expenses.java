package kb.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kb.activity.Tally;
import kb.people.Tenant;
import kb.store.Key;
import kb.store.Table;
import kb.store.Write;

/** What the calls of models took, by what they were for: of single chats and documents, and out of tallies. */
public final class Expenses {
    private static final String CALLS = "calls";
    private static final String TOKENS = "tokens";
    private static final String NANOS = "nanos";

    private final Table table;

    public Expenses(Table table) {
        this.table = table;
    }

    /** @param tokens read and written, reported or estimated @param nanos in nano-dollars */
    public record Spent(long calls, long tokens, long nanos) {
        public static final Spent NOTHING = new Spent(0, 0, 0);

        public double dollars() {
            return Prices.dollars(nanos);
        }

        Spent and(Spent other) {
            return new Spent(calls + other.calls, tokens + other.tokens, nanos + other.nanos);
        }
    }

    static Write add(Tenant tenant, UUID thing, Use use, long nanos, Optional<Instant> until) {
        return new Write.Add(
                key(tenant, thing), Map.of(CALLS, 1L, TOKENS, use.read() + use.written(), NANOS, nanos), until);
    }

    static Map<String, Long> counts(Purpose purpose, Use use, long nanos) {
        var tokens = use.read() + use.written();
        var stage = "stage." + purpose.word() + "." + use.stage().word();
        return Map.of(
                stage + "." + CALLS,
                1L,
                stage + "." + TOKENS,
                tokens,
                stage + "." + NANOS,
                nanos,
                "model." + use.model() + "." + TOKENS,
                tokens,
                "model." + use.model() + "." + NANOS,
                nanos);
    }

    /** Of chats or documents, whatever their number; of one that took nothing there is none. */
    public Map<UUID, Spent> of(Tenant tenant, Collection<UUID> things) {
        var spent = new HashMap<UUID, Spent>();
        var keys = things.stream().distinct().map(thing -> key(tenant, thing)).toList();
        for (var row : table.get(keys))
            spent.put(
                    UUID.fromString(row.key().sort()),
                    new Spent(row.number(CALLS), row.number(TOKENS), row.number(NANOS)));
        return spent;
    }

    /** By stage. */
    public static Map<String, Spent> of(Tally tally, Purpose purpose) {
        return by(tally, "stage." + purpose.word() + ".");
    }

    public static Spent sum(Tally tally, Purpose purpose) {
        return of(tally, purpose).values().stream().reduce(Spent.NOTHING, Spent::and);
    }

    /** Of everything. */
    public static Spent sum(Tally tally) {
        return by(tally, "stage.").values().stream().reduce(Spent.NOTHING, Spent::and);
    }

    public static Map<String, Spent> byModel(Tally tally) {
        return by(tally, "model.");
    }

    /** A name may hold dots, what was counted of it does not. */
    private static Map<String, Spent> by(Tally tally, String prefix) {
        var all = new TreeMap<String, Spent>();
        tally.each(prefix, (counted, sum) -> {
            var dot = counted.lastIndexOf('.');
            var one =
                    switch (counted.substring(dot + 1)) {
                        case CALLS -> new Spent(sum, 0, 0);
                        case TOKENS -> new Spent(0, sum, 0);
                        default -> new Spent(0, 0, sum);
                    };
            all.merge(counted.substring(0, dot), one, Spent::and);
        });
        return all;
    }

    private static Key key(Tenant tenant, UUID thing) {
        return new Key("spent#" + tenant.id(), thing.toString());
    }
}
