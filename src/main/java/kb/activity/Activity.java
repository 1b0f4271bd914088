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
import java.util.function.Supplier;
import kb.outside.Deadline;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Key;
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
    private static final ScopedValue<List<Deed>> CURRENT = ScopedValue.newInstance();
    private static final Duration KEPT = Duration.ofDays(90);
    /** Comes after the request's own time. */
    private static final Duration TIME = Duration.ofSeconds(2);
    /** With the tallies they fit in one transaction. */
    private static final int MOST_AT_ONCE = 90;

    private final Table table;
    private final Clock clock;
    private final AtomicLong lost = new AtomicLong();

    public Activity(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Something is done by whoever is at work. */
    public static void did(Deed deed) {
        if (CURRENT.isBound()) CURRENT.get().add(deed);
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
        var deeds = new ArrayList<Deed>();
        try {
            return ScopedValue.where(CURRENT, deeds).call(work::get);
        } finally {
            if (!deeds.isEmpty()) keep(tenant, person, deeds);
        }
    }

    /** How many deeds could not be written down since this process began. */
    public long lost() {
        return lost.get();
    }

    /** What is done is done: that it cannot be written down is no reason to say otherwise. */
    private void keep(Tenant tenant, Optional<Person> person, List<Deed> deeds) {
        for (int first = 0; first < deeds.size(); first += MOST_AT_ONCE) {
            var some = deeds.subList(first, Math.min(first + MOST_AT_ONCE, deeds.size()));
            try {
                Deadline.after(TIME).keep(() -> table.write(writes(tenant, person, some)));
            } catch (RuntimeException notKept) {
                lost.addAndGet(some.size());
                var who = person.map(Person::id).orElse("nobody");
                LOG.error("in tenant {} it is not written down that {} did {}", tenant, who, some, notKept);
            }
        }
    }

    private List<Write> writes(Tenant tenant, Optional<Person> person, List<Deed> deeds) {
        var now = Instant.ofEpochMilli(clock.millis());
        var writes = new ArrayList<Write>();
        var counts = new HashMap<String, Long>();
        var order = System.nanoTime();
        for (var deed : deeds) {
            writes.add(Write.put(row(tenant, person, deed, now, order++)));
            counts.merge(entries(deed.kind()), 1L, Long::sum);
            deed.counts().forEach((what, amount) -> counts.merge(what, amount, Long::sum));
        }
        writes.addAll(Tallies.add(tenant, now, counts));
        return writes;
    }

    /** @param order tells apart, and puts in order, what happens within a millisecond */
    private Item row(Tenant tenant, Optional<Person> person, Deed deed, Instant now, long order) {
        var entry = new Entry(
                deed.kind(),
                now,
                deed.action(),
                deed.target(),
                person.map(Person::id),
                person.map(Person::name),
                deed.details(),
                deed.error());
        var sort =
                prefix(deed.kind()) + "%013d#%016x#%s".formatted(now.toEpochMilli(), order, Sha256.hex(deed.target()));
        var attributes = Item.of(new Key(partition(tenant, Tallies.day(now)), sort), entry);
        return new Item(attributes.key(), attributes.attributes(), Optional.of(now.plus(KEPT)));
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
