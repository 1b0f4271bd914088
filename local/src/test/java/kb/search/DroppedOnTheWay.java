package kb.search;

import java.util.Set;
import kb.outside.Part;

/** Indexes one of which is dropped just after somebody who means to ask all of them has seen it. */
record DroppedOnTheWay(Spaces spaces, Space dropped) implements Spaces {
    @Override
    public ChunkIndex of(Space space) {
        var index = spaces.of(space);
        if (space.equals(dropped)) spaces.drop(dropped);
        return index;
    }

    @Override
    public Set<Space> existing() {
        return spaces.existing();
    }

    @Override
    public void drop(Space space) {
        spaces.drop(space);
    }

    @Override
    public Part part() {
        return spaces.part();
    }

    @Override
    public void check() {
        spaces.check();
    }
}
