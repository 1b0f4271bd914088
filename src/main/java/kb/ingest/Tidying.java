package kb.ingest;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kb.documents.IndexRow;
import kb.documents.Indexes;
import kb.documents.Tenants;
import kb.files.DocumentFiles;
import kb.people.Tenant;
import kb.search.Space;
import kb.search.Spaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what no search will ask any more: indexes that were replaced, and vectors of models that none of the rest has. */
public final class Tidying {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final Tenants tenants;
    private final Indexes indexes;
    private final DocumentFiles files;
    private final Spaces spaces;

    public Tidying(Tenants tenants, Indexes indexes, DocumentFiles files, Spaces spaces) {
        this.tenants = tenants;
        this.indexes = indexes;
        this.files = files;
        this.spaces = spaces;
    }

    /** @param wanted is kept, whether anyone is served by it yet or not */
    void run(Space wanted) {
        // before the rows: an index that is made after this has its row already, and is not looked at
        var existing = spaces.existing();
        if (Set.of(wanted).containsAll(existing)) return;
        var rows = indexes.of(tenants.all());
        var used = Stream.concat(
                        Stream.of(wanted),
                        rows.values().stream()
                                .flatMap(row -> row.all().stream())
                                .map(Space::named))
                .collect(Collectors.toSet());
        for (var space : existing) {
            if (space.equals(wanted)) continue;
            if (used.contains(space)) leave(space, rows);
            else drop(space, used);
        }
    }

    /** Tenants who were served by it before go out, others are served by it still. */
    private void leave(Space space, Map<Tenant, IndexRow> rows) {
        var index = spaces.of(space);
        rows.forEach((tenant, row) -> {
            if (row.all().contains(space.name())) return;
            for (var document : index.documents(tenant)) index.delete(tenant, document);
        });
    }

    /** The index goes last: while it is there, the rest is tried again. */
    private void drop(Space space, Set<Space> used) {
        var kept = used.stream().map(Space::embedding).collect(Collectors.toSet());
        if (!kept.contains(space.embedding()))
            for (var tenant : tenants.all()) files.deleteVectors(tenant, space.embedding());
        spaces.drop(space);
        LOG.info("index {} serves nobody any more and is removed", space);
    }
}
