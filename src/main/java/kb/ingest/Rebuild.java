package kb.ingest;

import java.util.Optional;
import kb.documents.Shelf;
import kb.documents.Tenants;
import kb.documents.Wanted;
import kb.people.Tenant;

/**
 * Fills the index again from the table and storage: the same chunks with the same ids, nothing parsed or embedded twice.
 *
 * <p>Of a document that is still being worked on, what it was said to have in the index: the work goes on from there.
 */
public final class Rebuild {
    private static final int SLICE = 100;

    private final Tenants tenants;
    private final Shelf shelf;
    private final Indexing indexing;

    public Rebuild(Tenants tenants, Shelf shelf, Indexing indexing) {
        this.tenants = tenants;
        this.shelf = shelf;
        this.indexing = indexing;
    }

    /** Returns how many live documents there are; those that are in the index whole are left alone. */
    public int run() {
        return tenants.all().stream().mapToInt(this::rebuild).sum();
    }

    private int rebuild(Tenant tenant) {
        var live = 0;
        var cursor = Optional.<String>empty();
        do {
            var listing = shelf.list(tenant, Wanted.NEWEST_FIRST, SLICE, cursor);
            for (var document : listing.documents()) {
                if (document.visible()) live++;
                else if (!document.state().status().isUnfinished()) continue;
                indexing.restore(tenant, document);
            }
            cursor = listing.cursor();
        } while (cursor.isPresent());
        return live;
    }
}
