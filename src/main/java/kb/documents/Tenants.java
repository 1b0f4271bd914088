package kb.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kb.people.Tenant;
import kb.store.Item;
import kb.store.Order;
import kb.store.Table;
import kb.store.Write;

/** All tenants that ever had a document, and when each was last looked through for what belongs to nothing. */
public final class Tenants {
    private static final String LOOKED_THROUGH = "looked_through_at";

    private final Table table;

    public Tenants(Table table) {
        this.table = table;
    }

    public List<Tenant> all() {
        return rows().stream().map(Tenants::tenant).toList();
    }

    /** The tenant that was not looked through for the longest time, if that was before the given moment. */
    public Optional<Tenant> due(Instant before) {
        return rows().stream()
                .filter(row -> lookedThrough(row).isBefore(before))
                .min(Comparator.comparing(Tenants::lookedThrough))
                .map(Tenants::tenant);
    }

    public void lookedThrough(Tenant tenant, Instant at) {
        table.write(Write.put(new Item(Keys.tenant(tenant), Map.of(LOOKED_THROUGH, at.toString()))));
    }

    private static Tenant tenant(Item row) {
        return new Tenant(row.key().sort());
    }

    private static Instant lookedThrough(Item row) {
        return Optional.ofNullable(row.text(LOOKED_THROUGH)).map(Instant::parse).orElse(Instant.EPOCH);
    }

    private List<Item> rows() {
        var rows = new ArrayList<Item>();
        var cursor = Optional.<String>empty();
        do {
            var slice = table.query(Keys.TENANTS, "", Order.ASCENDING, 1_000, cursor);
            rows.addAll(slice.items());
            cursor = slice.cursor();
        } while (cursor.isPresent());
        return rows;
    }
}
