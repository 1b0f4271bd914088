package kb.search;

import java.util.Set;
import kb.outside.Part;

/** Every space is the same index. */
record FakeSpaces(ChunkIndex index) implements Spaces {
    @Override
    public ChunkIndex of(Space space) {
        return index;
    }

    @Override
    public Set<Space> existing() {
        throw new UnsupportedOperationException("searched only");
    }

    @Override
    public void drop(Space space) {
        throw new UnsupportedOperationException("searched only");
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {}
}
