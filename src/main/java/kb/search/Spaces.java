package kb.search;

import java.util.Set;
import kb.outside.Health;

/** The indexes of one knowledge base, side by side. Every method throws {@link kb.outside.Unavailable} when they do not answer. */
public interface Spaces extends Health {
    /** The index of a space; the first put makes it, even one of no chunks. */
    ChunkIndex of(Space space);

    /** All that something was ever put into and that were not dropped. */
    Set<Space> existing();

    /** Removes an index with all that is in it, of every tenant; one that is not there is fine. */
    void drop(Space space);
}
