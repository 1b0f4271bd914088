package kb.ingest;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.documents.IndexRow;
import kb.documents.Indexes;
import kb.documents.Tenants;
import kb.outside.Unavailable;
import kb.people.Tenant;
import kb.search.Space;
import kb.search.Spaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all tenants from the index that serves them into the one that is wanted, while both answer and take documents.
 *
 * <p>For each tenant: from the moment the row names the next index, a document comes into sight only when it is in both. What
 * was visible before is filled in, and then one write lets searches ask the next index. The old one is removed last. Any
 * step may be cut off and done again, and by several processes at once.
 */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private final Tenants tenants;
    private final Indexes indexes;
    private final WantedSpace wanted;
    private final Filling filling;
    private final Tidying tidying;
    private final Spaces spaces;
    private final Activity activity;

    public Migration(
            Tenants tenants,
            Indexes indexes,
            WantedSpace wanted,
            Filling filling,
            Tidying tidying,
            Spaces spaces,
            Activity activity) {
        this.tenants = tenants;
        this.indexes = indexes;
        this.wanted = wanted;
        this.filling = filling;
        this.tidying = tidying;
        this.spaces = spaces;
        this.activity = activity;
    }

    public Space wanted() {
        return wanted.now();
    }

    /** Wants everything made anew, of the same model. */
    public Space again() {
        indexes.raise();
        return wanted.now();
    }

    /**
     * Returns when everybody is served by the wanted index and nothing is left of any other.
     *
     * @param between happens after each batch of chunks; a {@link CancellationException} from it ends the work here
     * @throws Unavailable when a part is down; then it is to be called again, as after anything else that is thrown
     */
    public Space run(Runnable between) {
        var latest = wanted.now();
        var lost = serving().contains(latest) && !spaces.existing().contains(latest);
        if (lost) LOG.warn("index {} is not there any more and is made again", latest);
        var to = lost ? again() : latest;
        var failures = new ArrayList<RuntimeException>();
        for (var tenant : indexes.of(tenants.all()).keySet()) {
            try {
                move(tenant, to, between);
            } catch (Unavailable | CancellationException nobodysFault) {
                throw nobodysFault;
            } catch (RuntimeException failed) {
                failures.add(failed); // what is wrong with one tenant's documents is not to stop the others
            }
        }
        tidying.run(to);
        if (!failures.isEmpty()) throw failures.getFirst();
        return to;
    }

    /** All indexes that searches ask now. */
    public Set<Space> serving() {
        return indexes.of(tenants.all()).values().stream()
                .flatMap(row -> row.space().stream())
                .map(Space::named)
                .collect(Collectors.toSet());
    }

    /** Fills an index that lost what it held. */
    public void restore(Space lost) {
        indexes.of(tenants.all()).forEach((tenant, row) -> {
            if (row.space().equals(Optional.of(lost.name()))) filling.fill(tenant, lost, () -> {});
        });
    }

    private void move(Tenant tenant, Space to, Runnable between) {
        var name = Optional.of(to.name());
        for (var row = indexes.of(tenant); !isDone(row, name); row = indexes.of(tenant)) {
            if (row.space().equals(name)) {
                indexes.change(tenant, row, now -> now.filling(Optional.empty()));
            } else if (row.next().equals(name)) {
                var documents = filling.fill(tenant, to, between);
                switchTo(tenant, row, to, documents);
            } else if (indexes.change(tenant, row, now -> now.filling(name))) {
                LOG.info(
                        "index {} is filled to take the place of {}",
                        to,
                        row.space().orElseThrow());
            }
        }
    }

    private void switchTo(Tenant tenant, IndexRow row, Space to, int documents) {
        var deed = Deed.of(Kind.DOCUMENT, "index_rebuilt", to.name()).with("documents", (long) documents);
        if (activity.of(tenant, () -> indexes.switched(tenant, row, deed)))
            LOG.info("all {} documents of tenant {} are found in index {} now", documents, tenant, to);
    }

    private static boolean isDone(IndexRow row, Optional<String> name) {
        return row.space().equals(name) && row.next().isEmpty();
    }
}
