package kb.activity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kb.store.Item;

/** A deed as the log keeps it. @param user empty when nobody asked for it, likewise {@code name} */
public record Entry(
        Kind kind,
        Instant at,
        String action,
        String target,
        Optional<String> user,
        Optional<String> name,
        Map<String, Object> details,
        Optional<String> error) {
    public Entry {
        details = Map.copyOf(details);
    }

    static Entry of(Item item) {
        return item.as(Entry.class);
    }
}
