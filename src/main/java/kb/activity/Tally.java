package kb.activity;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import kb.store.Item;

/** Sums by what was counted. */
public record Tally(Map<String, Long> sums) {
    public static final Tally NOTHING = new Tally(Map.of());

    public Tally {
        sums = Map.copyOf(sums);
    }

    static Tally of(Iterable<Item> rows) {
        var sums = new TreeMap<String, Long>();
        for (var row : rows) row.attributes().keySet().forEach(what -> sums.merge(what, row.number(what), Long::sum));
        return new Tally(sums);
    }

    public Tally and(Tally other) {
        var both = new TreeMap<>(sums);
        other.sums.forEach((what, sum) -> both.merge(what, sum, Long::sum));
        return new Tally(both);
    }

    public long of(String what) {
        return sums.getOrDefault(what, 0L);
    }

    /** All whose names begin so, by the rest of their names. */
    public void each(String prefix, BiConsumer<String, Long> reader) {
        new TreeMap<>(sums).forEach((what, sum) -> {
            if (what.startsWith(prefix)) reader.accept(what.substring(prefix.length()), sum);
        });
    }

    /** Of one thing by another, in hundredths; 0 where there is none. */
    public double average(String what, String by) {
        return of(by) == 0 ? 0 : Math.round(100.0 * of(what) / of(by)) / 100.0;
    }
}
