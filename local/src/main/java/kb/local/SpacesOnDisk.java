package kb.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.ChunkIndex;
import kb.search.Space;
import kb.search.Spaces;

/** What lies in the Lucene indexes of a folder, counted beside whoever writes into them. */
final class SpacesOnDisk implements Spaces, AutoCloseable {
    private final Path folder;
    private final Deque<IndexOnDisk> open = new ArrayDeque<>();

    SpacesOnDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public ChunkIndex of(Space space) {
        try {
            open.push(new IndexOnDisk(folder.resolve(space.name())));
            return open.peek();
        } catch (IOException unreadable) {
            throw new Unavailable(Part.INDEX, unreadable);
        }
    }

    @Override
    public Set<Space> existing() {
        try {
            return new HashSet<>(LuceneFolder.spaces(folder));
        } catch (IOException unreadable) {
            throw new Unavailable(Part.INDEX, unreadable);
        }
    }

    @Override
    public void drop(Space space) {
        throw new UnsupportedOperationException("these indexes are only counted");
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {
        existing();
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) open.pop().close();
    }
}
