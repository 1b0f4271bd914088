package kb.local;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder beside a file or folder that is being made, for what is not complete yet.
 *
 * <p>Nobody else can read it, a move out of it is a mere renaming, and it is gone afterwards, also when the process is
 * told to stop.
 */
final class Draft implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

    private final Path folder;
    private final Thread atExit;

    private Draft(Path folder) {
        this.folder = folder;
        this.atExit = new Thread(this::delete);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** @throws IllegalStateException when nothing can be written there; the message says what to do */
    static Draft beside(Path target) {
        var parent = target.getParent();
        try {
            Files.createDirectories(parent);
            return new Draft(Files.createTempDirectory(parent, "." + target.getFileName() + "."));
        } catch (IOException notWritable) {
            throw new IllegalStateException(
                    "the folder %s is not writable: make it so, or choose another".formatted(parent), notWritable);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException stopping) {
            return; // it runs already
        }
        delete();
    }

    private void delete() {
        while (Files.exists(folder)) {
            try {
                Files.walkFileTree(folder, new Deletion());
            } catch (DirectoryNotEmptyException | NoSuchFileException stillBeingWritten) {
                Thread.onSpinWait(); // at a signal the work goes on beside us, until its folder is gone
            } catch (IOException undeleted) {
                LOG.warn("{} is left over and may be deleted", folder, undeleted);
                return;
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path empty, IOException failed) throws IOException {
            if (failed != null) throw failed;
            Files.delete(empty);
            return FileVisitResult.CONTINUE;
        }
    }
}
