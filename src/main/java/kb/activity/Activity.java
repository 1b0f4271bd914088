package kb.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kb.outside.Deadline;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Key;
import kb.store.Outcome;
import kb.store.Sha256;
import kb.store.Table;
import kb.store.Write;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what is done.
 *
 * <p>Who does it is bound to the thread that works, so that no service needs a parameter for it; where nobody is bound nothing is
 * written down.
 */
public final class Activity {
    private static final Logger LOG = LoggerFactory.getLogger(Activity.class);
    private static final ScopedValue<Shift> CURRENT = ScopedValue.newInstance();
    /** Tells apart, and puts in order, what happens within a millisecond. */
    private static final AtomicLong ORDER = new AtomicLong(Long.MIN_VALUE);

    private static final Duration KEPT = Duration.ofDays(90);
    /** Comes after the request's own time. */
    private static final Duration TIME = Duration.ofSeconds(2);
    /** With the tallies they fit in one transaction. */
    private static final int MOST_AT_ONCE = 90;

    private final Table documents;
    private final Table chats;
    private final Clock clock;
    private final AtomicLong lost = new AtomicLong();

    /** @param documents has the entries about documents @param chats all others, and the tallies */
    public Activity(Table documents, Table chats, Clock clock) {
        this.documents = documents;
        this.chats = chats;
        this.clock = clock;
    }

    /** Somebody's work, and what was done in it. @param entered have their entries already */
    private record Shift(Activity log, Tenant tenant, Optional<Person> person, List<Deed> deeds, List<Deed> entered) {}

    /** Something is done by whoever is at work that no transaction does. */
    public static void did(Deed deed) {
        if (CURRENT.isBound()) CURRENT.get().deeds().add(deed);
    }

    /** Something is done by a transaction of this table, which writes the entry, too: both are there afterwards, or neither. */
    public static Outcome did(Deed deed, Table table, List<Write> writes) {
        return did(List.of(deed), table, writes);
    }

    /** Likewise for several, each with an entry of its own. */
    public static Outcome did(List<Deed> deeds, Table table, List<Write> writes) {
        if (!CURRENT.isBound()) return table.write(writes);
        var shift = CURRENT.get();
        var both = new ArrayList<>(writes);
        deeds.forEach(deed -> both.add(shift.log().entry(shift, deed)));
        var outcome = table.write(both);
        if (outcome instanceof Outcome.Done) shift.entered().addAll(deeds);
        return outcome;
    }

    /** Does a person's work and writes down what was done, also when it fails. */
    public <T> T of(Person person, Supplier<T> work) {
        return of(person.tenant(), Optional.of(person), work);
    }

    /** The same where nobody waits for it. */
    public <T> T of(Tenant tenant, Supplier<T> work) {
        return of(tenant, Optional.empty(), work);
    }

    private <T> T of(Tenant tenant, Optional<Person> person, Supplier<T> work) {
        var shift = new Shift(this, tenant, person, new ArrayList<>(), new ArrayList<>());
        try {
            return ScopedValue.where(CURRENT, shift).call(work::get);
        } finally {
            inPortions(shift.deeds(), deeds -> keep(shift, deeds));
            inPortions(shift.entered(), deeds -> attempt(shift, deeds, () -> count(shift, deeds, List.of())));
        }
    }

    /** How many deeds could not be written down since this process began. */
    public long lost() {
        return lost.get();
    }

    private static void inPortions(List<Deed> deeds, Consumer<List<Deed>> keeper) {
        for (int first = 0; first < deeds.size(); first += MOST_AT_ONCE)
            keeper.accept(deeds.subList(first, Math.min(first + MOST_AT_ONCE, deeds.size())));
    }

    private void keep(Shift shift, List<Deed> deeds) {
        var byPlace = deeds.stream().collect(Collectors.partitioningBy(deed -> deed.kind() == Kind.DOCUMENT));
        attempt(shift, deeds, () -> {
            documents.write(entries(shift, byPlace.get(true)));
            count(shift, deeds, entries(shift, byPlace.get(false)));
        });
    }

    private List<Write> entries(Shift shift, List<Deed> deeds) {
        return deeds.stream().map(deed -> entry(shift, deed)).toList();
    }

    private void count(Shift shift, List<Deed> deeds, List<Write> entries) {
        var counts = new HashMap<String, Long>();
        for (var deed : deeds) {
            counts.merge(entries(deed.kind()), 1L, Long::sum);
            deed.counts().forEach((what, amount) -> counts.merge(what, amount, Long::sum));
        }
        var writes = new ArrayList<>(entries);
        writes.addAll(Tallies.add(shift.tenant(), now(), counts));
        chats.write(writes);
    }

    /** What is done is done: that it cannot be written down is no reason to say otherwise. */
    private void attempt(Shift shift, List<Deed> deeds, Runnable work) {
        try {
            Deadline.after(TIME).keep(() -> {
                work.run();
                return true;
            });
        } catch (RuntimeException notKept) {
            lost.addAndGet(deeds.size());
            var who = shift.person().map(Person::id).orElse("nobody");
            LOG.error("in tenant {} it is not written down that {} did {}", shift.tenant(), who, deeds, notKept);
        }
    }

    private Write entry(Shift shift, Deed deed) {
        var now = now();
        var entry = new Entry(
                deed.kind(),
                now,
                deed.action(),
                deed.target(),
                shift.person().map(Person::id),
                shift.person().map(Person::name),
                deed.details(),
                deed.error());
        var order = ORDER.accumulateAndGet(System.nanoTime(), (last, nanos) -> Math.max(last + 1, nanos));
        var sort =
                prefix(deed.kind()) + "%013d#%016x#%s".formatted(now.toEpochMilli(), order, Sha256.hex(deed.target()));
        var row = Item.of(new Key(partition(shift.tenant(), Tallies.day(now)), sort), entry);
        return Write.put(new Item(row.key(), row.attributes(), Optional.of(now.plus(KEPT))));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    static String partition(Tenant tenant, LocalDate day) {
        return "activity#" + tenant.id() + "#" + day;
    }

    static String prefix(Kind kind) {
        return kind.word() + "#";
    }

    /** How many entries there are. */
    static String entries(Kind kind) {
        return "entries." + kind.word();
    }
}
