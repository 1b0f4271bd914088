package kb.histories;

import java.util.Set;
import kb.outside.Part;
import kb.search.ChunkIndex;
import kb.search.Space;
import kb.search.Spaces;

/** Whatever space is meant, it is the same index: for tests in which none takes another's place. */
public record OneSpace(ChunkIndex index) implements Spaces {
    private static final Space ANY = new Space("any", 1, 0);

    @Override
    public ChunkIndex of(Space space) {
        return index;
    }

    @Override
    public Set<Space> existing() {
        return Set.of(ANY);
    }

    @Override
    public void drop(Space space) {
        throw new UnsupportedOperationException("there is no other");
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {
        index.check();
    }
}
