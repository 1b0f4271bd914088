package kb.search;

import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import kb.people.Tenant;

/** Every index there is at this moment: what is to be gone must be gone from all of them. */
public record Everywhere(Spaces spaces) {
    public List<ChunkIndex> indexes() {
        return spaces.existing().stream().map(spaces::of).toList();
    }

    public long count(Tenant tenant, UUID document) {
        return sum(index -> index.count(tenant, document));
    }

    /** Returns how many chunks there were. */
    public long delete(Tenant tenant, UUID document) {
        return sum(index -> index.delete(tenant, document));
    }

    private long sum(ToLongFunction<ChunkIndex> each) {
        return indexes().stream().mapToLong(each).sum();
    }
}
