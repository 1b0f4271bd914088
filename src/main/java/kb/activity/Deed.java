package kb.activity;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that was done, or that went wrong; never what stands in it.
 *
 * @param action a word
 * @param target the id of what it was done to
 * @param details texts, numbers and truth values
 * @param counts what it adds to the tallies
 * @param error what went wrong, in our own words
 */
public record Deed(
        Kind kind,
        String action,
        String target,
        Map<String, Object> details,
        Map<String, Long> counts,
        Optional<String> error) {
    public Deed {
        details = Map.copyOf(details);
        counts = Map.copyOf(counts);
    }

    public static Deed of(Kind kind, String action, Object target) {
        return new Deed(kind, action, target.toString(), Map.of(), Map.of(), Optional.empty());
    }

    public Deed with(String detail, Object value) {
        var more = new TreeMap<>(details);
        more.put(detail, value);
        return new Deed(kind, action, target, more, counts, error);
    }

    public Deed counting(String what, long amount) {
        var more = new TreeMap<>(counts);
        more.merge(what, amount, Long::sum);
        return new Deed(kind, action, target, details, more, error);
    }

    public Deed failed(String why) {
        return new Deed(kind, action, target, details, counts, Optional.of(why));
    }
}
