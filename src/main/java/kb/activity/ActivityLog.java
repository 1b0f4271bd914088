package kb.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Order;
import kb.store.Table;

/** Reads what was written down, newest first. */
public final class ActivityLog {
    private static final Comparator<Item> NEWEST_FIRST =
            Comparator.comparing(ActivityLog::moment).reversed();

    private final Table documents;
    private final Table chats;
    private final Tallies tallies;
    private final Clock clock;

    /** @param documents and @param chats as {@link Activity} has them */
    public ActivityLog(Table documents, Table chats, Tallies tallies, Clock clock) {
        this.documents = documents;
        this.chats = chats;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** @param since as {@link Tallies#since} says it */
    public List<Entry> entries(Tenant tenant, Set<Kind> kinds, Instant since, int limit) {
        var found = new ArrayList<Item>();
        var first = Tallies.day(since);
        for (var day = Tallies.day(clock.instant());
                !day.isBefore(first) && found.size() < limit;
                day = day.minusDays(1)) {
            var ofDay = new ArrayList<Item>();
            for (var kind : kinds) ofDay.addAll(some(kind, Activity.partition(tenant, day), limit - found.size()));
            ofDay.sort(NEWEST_FIRST);
            found.addAll(ofDay);
        }
        return found.stream()
                .limit(limit)
                .map(Entry::of)
                .filter(entry -> !entry.at().isBefore(since))
                .toList();
    }

    /** How many there are in all. */
    public long count(Tenant tenant, Set<Kind> kinds, Instant since) {
        var tally = tallies.count(tenant, since);
        return kinds.stream()
                .mapToLong(kind -> tally.of(Activity.entries(kind)))
                .sum();
    }

    private List<Item> some(Kind kind, String partition, int most) {
        var table = kind == Kind.DOCUMENT ? documents : chats;
        var items = new ArrayList<Item>();
        var cursor = Optional.<String>empty();
        do {
            var slice = table.query(partition, Activity.prefix(kind), Order.DESCENDING, most - items.size(), cursor);
            items.addAll(slice.items());
            cursor = slice.cursor();
        } while (cursor.isPresent() && items.size() < most);
        return items;
    }

    /** Of the sort key, what follows the kind. */
    private static String moment(Item item) {
        var sort = item.key().sort();
        return sort.substring(sort.indexOf('#'));
    }
}
