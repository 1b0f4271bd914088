package kb.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Table;
import kb.store.Write;

/**
 * Takes over what another service knew of its documents: names, versions and checksums, without the PDFs.
 *
 * <p>Each is a failed document that lacks its bytes, and comes to life when somebody uploads these. What was taken over once is
 * never taken over again, also when it was erased meanwhile.
 */
public final class Inheritance {
    private final DocumentRows rows;
    private final Table table;
    private final Clock clock;

    public Inheritance(Table table, Clock clock) {
        this.table = table;
        this.rows = new DocumentRows(table);
        this.clock = clock;
    }

    /** A version of a name. @param current whether the name leads to it */
    public record Version(UUID id, Filename filename, int number, boolean current, Source source) {}

    /** What becomes of a version. */
    public sealed interface Outcome {
        record Taken() implements Outcome {}

        /** It was before. */
        record TakenBefore() implements Outcome {}

        /** Somebody uploaded the same bytes under the same name. */
        record Uploaded(UUID document) implements Outcome {}

        /** The name leads to something else here, or this version of it is given out. */
        record NameInUse() implements Outcome {}
    }

    /** What would become of it now; writes nothing. */
    public Outcome look(Tenant tenant, Version version) {
        return decide(tenant, version, known(tenant, version)).orElseGet(Outcome.Taken::new);
    }

    /** Takes it over. The versions of a name come in the order of their numbers. */
    public Outcome take(Tenant tenant, Version version) {
        rows.register(tenant);
        while (true) {
            var known = known(tenant, version);
            var otherwise = decide(tenant, version, known);
            if (otherwise.isPresent()) return otherwise.get();
            if (rows.wrote(writes(tenant, version, known))) return new Outcome.Taken();
        }
    }

    private Known known(Tenant tenant, Version version) {
        return rows.known(tenant, version.source().sha256(), version.filename().text());
    }

    private Optional<Outcome> decide(Tenant tenant, Version version, Known known) {
        if (table.get(Keys.inherited(tenant, version.id())).isPresent()) return Optional.of(new Outcome.TakenBefore());
        var name = version.filename().text();
        var uploaded = known.sameBytes().stream()
                .filter(document ->
                        document.names().stream().anyMatch(one -> one.filename().equals(name)))
                .filter(document ->
                        table.get(Keys.inherited(tenant, document.documentId())).isEmpty())
                .findFirst();
        if (uploaded.isPresent()) return uploaded.map(document -> new Outcome.Uploaded(document.documentId()));
        var held = version.current() && known.name().holderId().isPresent();
        return held || known.name().last() >= version.number()
                ? Optional.of(new Outcome.NameInUse())
                : Optional.empty();
    }

    private List<Write> writes(Tenant tenant, Version version, Known known) {
        var id = version.id();
        var name = new Name(version.filename().text(), version.number(), version.current());
        var state = State.queued(clock.instant()).failed(Source.GONE);
        var document = new Document(id, version.source(), List.of(name), Optional.empty(), List.of(), state, 0);
        var before = known.name();
        var holder = version.current() ? id.toString() : before.holder();
        var after = new NameRow(holder, version.number(), version.number(), before.kept() + 1);
        var writes = new ArrayList<Write>();
        writes.add(DocumentRows.add(tenant, document));
        writes.add(DocumentRows.version(tenant, name, id));
        writes.add(DocumentRows.change(tenant, name.filename(), before, after));
        writes.add(DocumentRows.change(
                tenant,
                version.source().sha256(),
                known.content(),
                known.content().with(id)));
        writes.add(Write.put(new Item(Keys.inherited(tenant, id), Map.of()), Condition.ABSENT));
        return writes;
    }
}
