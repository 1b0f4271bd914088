package kb.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything. */
final class DataDirectory {
    private DataDirectory() {}

    /** @throws IllegalStateException when nothing can be kept there; the message says what to do */
    static Path open(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Files.delete(Files.createTempFile(absolute, "writable", ""));
            return absolute;
        } catch (IOException notWritable) {
            throw new IllegalStateException(
                    Files.exists(absolute) && !Files.isDirectory(absolute)
                            ? "the data directory %s is a file: set DATA_DIR to a folder".formatted(absolute)
                            : "the data directory %s is not writable: make it so, or set DATA_DIR to another"
                                    .formatted(absolute),
                    notWritable);
        }
    }

    /**
     * Keeps every other twin out until this process ends, however it ends.
     *
     * @throws IllegalStateException when another twin is in; the message says what to do
     */
    static FileLock lock(Path data) throws IOException {
        var lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock != null) return lock;
        throw new IllegalStateException(
                "another Knowledge Base uses the data directory %s: stop it, or set DATA_DIR to another"
                        .formatted(data));
    }
}
