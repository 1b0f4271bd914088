package kb.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Key;
import kb.store.Order;
import kb.store.Table;
import kb.store.Write;

/** Counts of a tenant, one row for each five minutes and one for each day (UTC). */
public final class Tallies {
    private static final Duration SLICE = Duration.ofMinutes(5);
    private static final Duration SLICES_KEPT = Duration.ofDays(32);
    private static final Duration DAYS_KEPT = Duration.ofDays(400);
    private static final int AT_ONCE = 400;

    private final Table table;
    private final Clock clock;

    public Tallies(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** As writes of a transaction; none where nothing is counted. */
    public static List<Write> add(Tenant tenant, Instant at, Map<String, Long> counts) {
        var amounts = new TreeMap<>(counts);
        amounts.values().removeIf(amount -> amount == 0);
        if (amounts.isEmpty()) return List.of();
        var slice = new Key(slices(tenant, day(at)), time(at));
        var day = new Key(days(tenant), day(at).toString());
        return List.of(
                new Write.Add(slice, amounts, Optional.of(at.plus(SLICES_KEPT))),
                new Write.Add(day, amounts, Optional.of(at.plus(DAYS_KEPT))));
    }

    /** When a time that ends now and is so long begins: on five full minutes, so it may be up to five minutes longer. */
    public Instant since(Duration length) {
        var begin = clock.instant().minus(length).getEpochSecond();
        return Instant.ofEpochSecond(begin - Math.floorMod(begin, SLICE.toSeconds()));
    }

    /** All that was counted since then. @param since as {@link #since} says it, at most 31 days ago */
    public Tally count(Tenant tenant, Instant since) {
        var rows = new ArrayList<Item>();
        for (var row : all(slices(tenant, day(since)), Order.ASCENDING, AT_ONCE))
            if (row.key().sort().compareTo(time(since)) >= 0) rows.add(row);
        rows.addAll(daysFrom(tenant, day(since).plusDays(1)));
        return Tally.of(rows);
    }

    /** A day on which something was counted. */
    public record Day(LocalDate date, Tally tally) {}

    /** The last days, newest first. @param many at most 400 */
    public List<Day> days(Tenant tenant, int many) {
        return daysFrom(tenant, today().minusDays(many - 1L)).stream()
                .map(row -> new Day(LocalDate.parse(row.key().sort()), Tally.of(List.of(row))))
                .toList();
    }

    public LocalDate today() {
        return day(clock.instant());
    }

    private List<Item> daysFrom(Tenant tenant, LocalDate first) {
        var many = ChronoUnit.DAYS.between(first, today()) + 1;
        if (many < 1) return List.of();
        return all(days(tenant), Order.DESCENDING, Math.toIntExact(many)).stream()
                .filter(row -> row.key().sort().compareTo(first.toString()) >= 0)
                .toList();
    }

    private List<Item> all(String partition, Order order, int most) {
        var rows = new ArrayList<Item>();
        var cursor = Optional.<String>empty();
        do {
            var slice = table.query(partition, "", order, most - rows.size(), cursor);
            rows.addAll(slice.items());
            cursor = slice.cursor();
        } while (cursor.isPresent() && rows.size() < most);
        return rows;
    }

    static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String time(Instant at) {
        var seconds = Math.floorMod(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
        return LocalTime.ofSecondOfDay(seconds - seconds % SLICE.toSeconds()).toString();
    }

    private static String slices(Tenant tenant, LocalDate day) {
        return "slices#" + tenant.id() + "#" + day;
    }

    private static String days(Tenant tenant) {
        return "days#" + tenant.id();
    }
}
