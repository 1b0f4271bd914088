package kb.search;

import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import kb.outside.Unavailable;
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

    /** An index that is dropped while it is asked holds nothing any more, and does not keep the others from being asked. */
    public long sum(ToLongFunction<ChunkIndex> each) {
        return spaces.existing().stream().mapToLong(space -> in(space, each)).sum();
    }

    private long in(Space space, ToLongFunction<ChunkIndex> each) {
        try {
            return each.applyAsLong(spaces.of(space));
        } catch (Unavailable down) {
            if (spaces.existing().contains(space)) throw down;
            return 0;
        }
    }
}
