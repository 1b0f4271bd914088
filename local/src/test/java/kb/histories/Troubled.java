package kb.histories;

import java.util.Set;
import kb.outside.Part;
import kb.search.ChunkIndex;
import kb.search.Embedder;
import kb.search.Embedders;
import kb.search.Space;
import kb.search.Spaces;

/** Ports that hand out other ports, all of them troubled. */
final class Troubled {
    private Troubled() {}

    record Indexes(Trouble trouble, Spaces calm) implements Spaces {
        private Spaces itself() {
            return trouble.over(Spaces.class, calm, Part.INDEX);
        }

        @Override
        public ChunkIndex of(Space space) {
            return trouble.over(ChunkIndex.class, calm.of(space), Part.INDEX);
        }

        @Override
        public Set<Space> existing() {
            return itself().existing();
        }

        @Override
        public void drop(Space space) {
            itself().drop(space);
        }

        @Override
        public Part part() {
            return Part.INDEX;
        }

        @Override
        public void check() {
            itself().check();
        }
    }

    record Models(Trouble trouble, Embedders calm) implements Embedders {
        @Override
        public Embedder wanted() {
            return calm.wanted();
        }

        @Override
        public Embedder of(Space space) {
            return trouble.over(Embedder.class, calm.of(space), Part.EMBEDDER);
        }
    }
}
