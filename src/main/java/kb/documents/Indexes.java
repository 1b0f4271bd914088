package kb.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Outcome;
import kb.store.Table;
import kb.store.Write;

/** Which index serves each tenant, and of which generation all are to be. */
public final class Indexes {
    private static final String GENERATION = "generation";
    private static final String ID = "id";

    private final Table table;

    public Indexes(Table table) {
        this.table = table;
    }

    public IndexRow of(Tenant tenant) {
        return row(table.get(List.of(Keys.index(tenant))), tenant);
    }

    /** Of every tenant that a document ever came into sight of. */
    public Map<Tenant, IndexRow> of(Collection<Tenant> tenants) {
        var rows = new HashMap<Tenant, IndexRow>();
        var byKey = tenants.stream().collect(Collectors.toMap(Keys::index, tenant -> tenant));
        for (var item : table.get(byKey.keySet())) rows.put(byKey.get(item.key()), item.as(IndexRow.class));
        return rows;
    }

    static IndexRow row(Collection<Item> read, Tenant tenant) {
        return read.stream()
                .filter(item -> item.key().equals(Keys.index(tenant)))
                .findFirst()
                .map(item -> item.as(IndexRow.class))
                .orElse(IndexRow.NONE);
    }

    /** @param before as it was read: when anything of it changed, nothing is written */
    static Write change(Tenant tenant, IndexRow before, IndexRow after) {
        var unchanged = before.equals(IndexRow.NONE) ? Condition.ABSENT : Condition.is("count", before.count());
        return Write.put(Item.of(Keys.index(tenant), after), unchanged);
    }

    /**
     * Changes a tenant's row, however many documents come into sight meanwhile.
     *
     * @return false when another index serves or is being filled by now: then nothing is changed
     */
    public boolean change(Tenant tenant, IndexRow before, UnaryOperator<IndexRow> step) {
        return change(tenant, before, step, table::write);
    }

    /** Lets the index that was filled serve. @return as {@link #change} does @param deed is what the log says of it */
    public boolean switched(Tenant tenant, IndexRow before, Deed deed) {
        return change(tenant, before, IndexRow::switched, writes -> Activity.did(deed, table, writes));
    }

    private boolean change(
            Tenant tenant, IndexRow before, UnaryOperator<IndexRow> step, Function<List<Write>, Outcome> writer) {
        while (true) {
            var now = of(tenant);
            if (!now.all().equals(before.all()) || !now.space().equals(before.space())) return false;
            if (writer.apply(List.of(change(tenant, now, step.apply(now)))) instanceof Outcome.Done) return true;
        }
    }

    /** Tells this knowledge base's indexes from those of others on the same server: 12 digits and letters, drawn once. */
    public String identity(Supplier<UUID> newId) {
        var known = table.get(Keys.IDENTITY);
        if (known.isPresent()) return known.get().text(ID);
        var drawn = newId.get().toString().substring(24);
        table.write(Write.put(new Item(Keys.IDENTITY, Map.of(ID, drawn)), Condition.ABSENT));
        return table.get(Keys.IDENTITY).orElseThrow().text(ID);
    }

    /** 0 until {@link #raise} was called. */
    public long generation() {
        return table.get(Keys.GENERATION).map(row -> row.number(GENERATION)).orElse(0L);
    }

    /** Wants every index made anew; returns of which generation. */
    public long raise() {
        return table.add(Keys.GENERATION, GENERATION, 1);
    }
}
