package kb.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import kb.outside.Part;
import kb.outside.Unavailable;
import kb.search.Space;
import kb.search.Spaces;

/** Lucene indexes in one folder, each in a folder of its own that is called like its space. */
public final class LuceneSpaces implements Spaces, AutoCloseable {
    private static final String DROPPED = ".dropped";

    private final Path folder;
    private final Map<Space, LuceneIndex> open = new ConcurrentHashMap<>();
    private final Set<Space> dropped = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock dropping = new ReentrantReadWriteLock();

    /** @throws IllegalStateException when the folder cannot be used, and says why */
    public LuceneSpaces(Path folder) {
        this.folder = folder;
        try {
            Private.folder(folder);
            LuceneFolder.clean(folder, DROPPED);
        } catch (IOException unusable) {
            throw new IllegalStateException("cannot use the index in " + folder, unusable);
        }
        try {
            existing().forEach(this::opened);
        } catch (IllegalStateException unusable) {
            closeAll();
            throw unusable;
        }
    }

    /** As the first user of a new space makes its folder, a space may be opened before anything is in it. */
    @Override
    public LuceneIndex of(Space space) {
        try {
            return opened(space);
        } catch (IllegalStateException unusable) {
            throw new Unavailable(Part.INDEX, unusable);
        }
    }

    private LuceneIndex opened(Space space) {
        var found = open.get(space); // without a lock: whoever drops another would wait for everybody who searches
        if (found != null) return found;
        return open.computeIfAbsent(space, _ -> {
            if (dropped.contains(space)) throw new IllegalStateException("index " + space + " was dropped");
            return new LuceneIndex(folder.resolve(space.name()));
        });
    }

    /** Waits for one that is being dropped: its folder is there until its writer has ended. */
    @Override
    public Set<Space> existing() {
        dropping.readLock().lock();
        try {
            return lying();
        } finally {
            dropping.readLock().unlock();
        }
    }

    private Set<Space> lying() {
        var existing = new HashSet<Space>();
        try {
            for (var space : LuceneFolder.spaces(folder)) {
                if (LuceneFolder.holdsIndex(folder.resolve(space.name()))) existing.add(space);
            }
        } catch (IOException unreadable) {
            throw new Unavailable(Part.INDEX, unreadable);
        }
        return existing;
    }

    /** Whether it holds nothing of anybody, or is not there. */
    boolean isEmpty(Space space) {
        return !existing().contains(space) || of(space).isEmpty();
    }

    /** From here on this process does not open it again: whoever still means to use it has not heard yet. */
    @Override
    public void drop(Space space) {
        dropping.writeLock().lock();
        try {
            dropped.add(space);
            open.compute(space, (_, index) -> removed(space, index));
        } finally {
            dropping.writeLock().unlock();
        }
    }

    private LuceneIndex removed(Space space, LuceneIndex index) {
        try {
            if (index != null) index.close();
            var gone = folder.resolve(space.name() + DROPPED);
            var there = folder.resolve(space.name());
            // by another name at once: what is half deleted is no index
            if (Files.exists(there)) Files.move(there, gone, StandardCopyOption.ATOMIC_MOVE);
            LuceneFolder.delete(gone);
            return null;
        } catch (IOException stays) {
            throw new Unavailable(Part.INDEX, stays);
        }
    }

    @Override
    public Part part() {
        return Part.INDEX;
    }

    @Override
    public void check() {
        existing();
        open.values().forEach(LuceneIndex::check);
    }

    @Override
    public void close() {
        closeAll();
    }

    private void closeAll() {
        for (var index : open.values()) {
            try {
                index.close();
            } catch (IOException unclosed) {
                throw new UncheckedIOException(unclosed);
            }
        }
    }
}
